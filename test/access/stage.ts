import { randomUUID } from 'node:crypto';
import { Assignment } from '../../src/assessments/assignment.entity.js';
import { newId } from '../../src/common/ids.js';
import { Database } from '../../src/database/database.js';
import { Claim } from '../../src/evidence/claim.entity.js';
import { documentWith, assessmentWith, insertAll } from '../factories/assessment.js';
import { standardSource } from '../factories/icap-document.js';
import { type World } from '../world.js';
import { type Cast, type Somebody } from './cast.js';
import { type Answer, type Call, send } from './client.js';

export interface Subject {
  assessmentId: string;
  itemId: string;
  claimId: string;
}

const assignedAt = '2026-01-05T00:00:00.000Z';
export const form = (fields: Record<string, string>, files: [field: string, text: string, name: string][] = []) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  for (const [field, text, name] of files) data.append(field, new Blob([text]), name);
  return data;
};
export const observed = {
  title: '處理客訴',
  startedAt: '2026-02-20T09:00:00+08:00',
  endedAt: '2026-02-20T10:00:00+08:00',
  place: '客服中心',
  present: '值班主管',
  context: '處理客訴',
  notes: '依程序處理。',
  outcomes: [{ ref: '1.1', outcome: 'shown', note: '完整' }],
  form: 'observation',
  task: null,
  sittingId: null,
};
export const asked = {
  title: '提問',
  purpose: 'questioning',
  askedAt: '2026-02-20T11:00:00+08:00',
  endedAt: '2026-02-20T11:30:00+08:00',
  place: '會議室',
  present: '兩人',
  notes: '依題本提問。',
  questions: [
    {
      id: 'Q1',
      text: '為什麼要查重？',
      refs: ['1.1'],
      mode: 'oral',
      answer: '避免重複。',
      outcome: 'satisfactory',
      note: '完整',
    },
  ],
};
export const notYet = {
  outcome: 'not_yet_competent',
  reasons: '尚無證據。',
  gaps: [{ targetRef: '1.1', text: '尚未觀察' }],
  feedback: '已有進展。',
  nextStep: '補上觀察。',
};

/** Makes what requests are about, new every time, so that none disturbs another. */
export class Stage {
  readonly db: Database;
  documentId: string;
  private attempt = 0;
  private sources = 0;

  constructor(
    readonly world: World,
    readonly cast: Cast,
  ) {
    this.db = world.app.get(Database);
  }

  async prepare(): Promise<this> {
    this.documentId = await documentWith(this.db, { criteria: 2, knowledge: 1 });
    return this;
  }

  /** With the whole cast in its place, and one item with one claim of the candidate's, neither declared nor judged. */
  async assessment(bodyId = this.cast.home): Promise<Subject> {
    const { ids, away } = this.cast;
    const elsewhere = { candidateId: ids['other body'], leadId: ids['other body'] };
    const here = { candidateId: ids.candidate, leadId: ids['lead assessor'], secondId: ids['second assessor'] };
    const { id, itemIds } = await assessmentWith(this.db, {
      ...(bodyId === away ? elsewhere : here),
      bodyId,
      documentId: this.documentId,
      attempt: (this.attempt += 1),
      refs: ['1.1'],
      items: 1,
      fate: () => ({ declared: false, judged: [] }),
    });
    if (bodyId !== away) {
      await this.assignment(id, ids.verifier, 'verifier');
      await this.assignment(id, ids['former assessor'], 'assessor');
    }
    const claim = await this.db.read.findOneBy(Claim, { assessmentId: id });
    return { assessmentId: id, itemId: itemIds[0]!, claimId: claim!.id };
  }

  /** The text of a document that is not in the catalogue yet. */
  newSource(): string {
    const number = String((this.sources += 1)).padStart(3, '0');
    return standardSource({ items: 1 }).replaceAll('BIG2421-001', `BIG2421-${number}`);
  }

  async assignment(assessmentId: string, userId: string, duty: Assignment['duty'] = 'assessor'): Promise<string> {
    const id = newId();
    const row = { id, assessmentId, userId, duty, assignedBy: userId, assignedAt, endedAt: null };
    await this.db.write((tx) => insertAll(tx, Assignment, [row]));
    return id;
  }

  /** An item that the lead assessor handed in as their own. */
  async assessorsItem(): Promise<Subject> {
    const subject = await this.assessment();
    const body = { title: '評量者的說明', statement: '原文', producedBy: 'assessor' };
    const route = 'POST /api/assessments/:id/evidence';
    const { id } = await this.by('lead assessor', route, { params: [subject.assessmentId], body });
    return { ...subject, itemId: id };
  }

  /** An item with a file that the candidate handed in. */
  async filed(): Promise<Subject & { fileId: string }> {
    const subject = await this.assessment();
    const body = form({ title: '作品' }, [['files', '內容', '作品.txt']]);
    const submit = 'POST /api/assessments/:id/evidence';
    const { id, files } = await this.by('candidate', submit, { params: [subject.assessmentId], body });
    return { ...subject, itemId: id, fileId: files[0].id };
  }

  /** An observation of the lead assessor's with a file and a claim, not signed yet. */
  async draft(): Promise<Subject & { fileId: string }> {
    const { assessmentId } = await this.assessment();
    const id = randomUUID();
    const put = 'PUT /api/assessments/:assessmentId/observations/:id';
    await this.by('lead assessor', put, { params: [assessmentId, id], body: observed });
    const body = form({}, [['files', '現場筆記', 'a.txt']]);
    const { files } = await this.by('lead assessor', 'POST /api/evidence/:id/files', { params: [id], body });
    const claims = { claims: [{ itemId: id, targetRef: '1.2' }] };
    const claim = 'POST /api/assessments/:id/claims';
    const [made] = await this.by('lead assessor', claim, { params: [assessmentId], body: claims });
    return { assessmentId, itemId: id, claimId: made.id, fileId: files[0].id };
  }

  async signed(): Promise<Subject> {
    const draft = await this.draft();
    await this.by('lead assessor', 'POST /api/observations/:id/signature', { params: [draft.itemId], body: {} });
    return draft;
  }

  /** A questioning record of the lead assessor's, not signed yet. */
  async questioned(): Promise<{ assessmentId: string; itemId: string }> {
    const { assessmentId, itemId: about } = await this.assessment();
    const itemId = randomUUID();
    const put = 'PUT /api/assessments/:assessmentId/questionings/:id';
    const body = { ...asked, about: [about] };
    await this.by('lead assessor', put, { params: [assessmentId, itemId], body });
    return { assessmentId, itemId };
  }

  /** A sitting that both assessors have a record of. */
  async sitting(signed = true): Promise<{ assessmentId: string; sittingId: string }> {
    const { assessmentId } = await this.assessment();
    const body = { place: observed.place, startedAt: observed.startedAt };
    const route = 'POST /api/assessments/:id/sittings';
    const { id: sittingId } = await this.by('lead assessor', route, { params: [assessmentId], body });
    for (const part of ['lead assessor', 'second assessor'] as const) {
      const id = randomUUID();
      const put = 'PUT /api/assessments/:assessmentId/observations/:id';
      await this.by(part, put, { params: [assessmentId, id], body: { ...observed, sittingId } });
      if (signed) await this.by(part, 'POST /api/observations/:id/signature', { params: [id], body: {} });
    }
    return { assessmentId, sittingId };
  }

  /** An assessment with a file, an observation and a verdict: for reading. */
  async decided(): Promise<Subject & { fileId: string; otherItemId: string; verdictId: string; number: string }> {
    const signed = await this.signed();
    const { assessmentId } = signed;
    const body = form({ title: '作品' }, [['files', '內容', '作品.txt']]);
    const submit = 'POST /api/assessments/:id/evidence';
    const item = await this.by('candidate', submit, { params: [assessmentId], body });
    const decide = 'POST /api/assessments/:id/verdicts';
    const verdict = await this.by('lead assessor', decide, { params: [assessmentId], body: notYet });
    const { id: verdictId, documentNumber: number } = verdict;
    return { ...signed, itemId: item.id, fileId: item.files[0].id, otherItemId: signed.itemId, verdictId, number };
  }

  /** A verdict without any evidence, of which the candidate was told or not. */
  async verdict(told: boolean): Promise<{ id: string; assessmentId: string; pdfSha256: string }> {
    const { assessmentId } = await this.assessment();
    const decide = 'POST /api/assessments/:id/verdicts';
    const verdict = await this.by('lead assessor', decide, { params: [assessmentId], body: notYet });
    const notify = { params: [verdict.id], body: { channel: 'in_app' } };
    if (told) await this.by('lead assessor', 'POST /api/verdicts/:verdictId/notification', notify);
    return verdict;
  }

  /** The candidate's appeal that waits. */
  async appeal(): Promise<string> {
    const { id } = await this.verdict(true);
    const call = { params: [id], body: { grounds: '觀察紀錄漏列一項。' } };
    return (await this.by('candidate', 'POST /api/verdicts/:verdictId/appeal', call)).id;
  }

  /** What somebody is answered, who may do it. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async by(part: Somebody, route: string, call: Call): Promise<any> {
    const answer = await this.ask(part, route, call);
    if (answer.status >= 300) throw new Error(`${answer.asked}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text);
  }

  async ask(part: Somebody, route: string, call: Call): Promise<Answer> {
    const { headers } = await this.cast.session(this.cast.ids[part]);
    return send(this.world.server, route, call, headers);
  }
}
