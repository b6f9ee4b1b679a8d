import { Notice } from '../../src/notices/notice.entity.js';
import { type Call, send } from './client.js';
import { type Stage } from './stage.js';

export const invited = {
  name: '王店長',
  email: 'manager@example.com',
  relation: '直屬主管',
  targetRefs: ['1.1', '1.2'],
  message: '請就上個月的值班情形說明。',
  locale: 'zh-TW',
};
export const reported = {
  name: '王店長',
  post: '信義門市店長',
  relation: '直屬主管',
  contact: '02-2345-6789',
  periodFrom: '2025-09-01',
  periodTo: '2026-02-28',
  answers: [{ ref: '1.1', seen: 'yes', comment: '每週都做' }],
  general: '可靠。',
};

/** An invitation of the lead assessor's, and the headers that its letter's link makes. */
export async function invitation(stage: Stage): Promise<{ id: string; headers: Record<string, string> }> {
  const { assessmentId } = await stage.assessment();
  const route = 'POST /api/assessments/:assessmentId/invitations';
  const { id } = await stage.by('lead assessor', route, { params: [assessmentId], body: invited });
  const letter = await stage.db.read.findOneBy(Notice, { causeId: id });
  return { id, headers: { authorization: `Invitation ${letter!.link!.split('#')[1]!}` } };
}

/** A form that is filled in and not submitted yet. */
export async function writtenReport(stage: Stage) {
  const { id, headers } = await invitation(stage);
  const call = { headers: { ...headers, 'if-match': '"1"' }, body: reported };
  return { id, headers, ...(await byLink(stage, 'PUT /api/third-party-form', call)) };
}

/** The id of the evidence item that a report has become. */
export async function submittedReport(stage: Stage): Promise<string> {
  const { id, headers, contentSha256 } = await writtenReport(stage);
  const body = { accepted: true, contentSha256 };
  await byLink(stage, 'POST /api/third-party-form/submission', { headers, body });
  return (await stage.by('lead assessor', 'GET /api/invitations/:id', { params: [id] })).itemId;
}

async function byLink({ world }: Stage, route: string, call: Call): Promise<{ contentSha256: string }> {
  const answer = await send(world.server, route, call, {});
  if (answer.status >= 300) throw new Error(`${answer.asked}: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text);
}
