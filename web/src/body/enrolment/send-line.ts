import { call, Problem } from '../../api/client';
import { readAll } from '../../api/use-all';
import { type Checked } from './check-lines';
import { pathwayOf } from './columns';

/**
 * Sends one line: the candidate, if they are new here, then the enrolment. To send a line again is harmless: a known
 * address keeps its account, and who is enrolled already stays it.
 */
export async function sendLine(bodyId: string, one: Checked): Promise<Checked> {
  const { line } = one;
  let sent: Checked = { ...one, refusal: undefined };
  try {
    const candidate = { name: line.name, email: line.email, roles: ['candidate' as const] };
    const added = await call('post', '/api/training-bodies/{bodyId}/people', { params: { bodyId }, body: candidate });
    sent = { ...sent, candidateId: added.id, password: added.oneTimePassword ?? one.password };
    const body = {
      candidateId: added.id,
      documentId: one.documentId!,
      leadAssessorId: one.assessorId!,
      pathway: pathwayOf(line.pathway)!,
      cohort: line.cohort || undefined,
      workplace: line.workplace || undefined,
    };
    const { id } = await call('post', '/api/training-bodies/{bodyId}/assessments', { params: { bodyId }, body });
    return { ...sent, assessmentId: id, done: true };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const open = error.code === 'already_exists' && sent.candidateId && (await openOne(bodyId, sent));
    if (open) return { ...sent, assessmentId: open, done: true };
    return { ...sent, refusal: [error.message, ...error.errors.map(({ detail }) => detail)].join(' ') };
  }
}

async function openOne(bodyId: string, { candidateId, documentId }: Checked): Promise<string | undefined> {
  const all = await readAll('/api/assessments', { query: { bodyId, candidateId, documentId } });
  return all.find(({ decidedAt, withdrawnAt }) => !decidedAt && !withdrawnAt)?.id;
}
