import { type Persona, type World } from '../world.js';
import { type Enrolled, enrolled } from './enrolled.js';

export const notYetCompetent = {
  outcome: 'not_yet_competent',
  reasons: '證據不足。',
  gaps: [{ targetRef: '1.1', text: '尚未觀察' }],
  feedback: '已有進展。',
  nextStep: '補上觀察。',
};

export interface Decided extends Enrolled {
  claimIds: string[];
  itemId: string;
}

/** An enrolment with claims on one item, each judged as said, and the verdict given. */
export async function decided(
  world: World,
  decisions: Record<string, 'accepted' | 'rejected' | 'more_needed'> = { '1.1': 'accepted' },
  made?: Enrolled,
): Promise<Decided> {
  const subject = made ?? (await enrolled(world));
  const { candidate, assessor, assessmentId } = subject;
  const item = await candidate
    .post(`/assessments/${assessmentId}/evidence`, {
      title: '服務紀錄',
      statement: '處理經過',
      producedBy: 'candidate',
    })
    .expect(201);
  const targets = Object.keys(decisions);
  const claims = targets.map((targetRef) => ({ itemId: item.body.id, targetRef }));
  const { body } = await candidate.post(`/assessments/${assessmentId}/claims`, { claims }).expect(201);
  const claimIds = (body as { id: string }[]).map(({ id }) => id);
  await judge(
    assessor,
    assessmentId,
    claimIds,
    targets.map((ref) => decisions[ref]!),
  );
  await assessor.post(`/assessments/${assessmentId}/verdicts`, notYetCompetent).expect(201);
  return { ...subject, claimIds, itemId: item.body.id };
}

/** Judgements of claims, all rules held where accepted. */
export const answersOf = (claimIds: readonly string[], decisions: readonly string[]) => ({
  judgements: claimIds.map((claimId, index) => ({
    claimId,
    decision: decisions[index]!,
    rules: { validity: true, sufficiency: true, authenticity: true, currency: true },
    reason: '已檢視。',
  })),
});

async function judge(by: Persona, assessmentId: string, claimIds: string[], decisions: string[]): Promise<void> {
  await by.post(`/assessments/${assessmentId}/judgements`, answersOf(claimIds, decisions)).expect(201);
}
