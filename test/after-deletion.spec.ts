import { createHash, randomUUID } from 'node:crypto';
import { Database } from '../src/database/database.js';
import { Notice } from '../src/notices/notice.entity.js';
import { decided } from './factories/decided.js';
import { enrolled } from './factories/enrolled.js';
import { dueOf } from './support/due.js';
import { World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
beforeEach(() => world.clock.set('2026-03-02T01:00:00.000Z'));
afterAll(() => world?.close());

/** Deletes the evidence of an assessment, years after. */
async function deleteEvidence(assessmentId: string): Promise<void> {
  world.clock.set('2029-04-01T01:00:00.000Z');
  const { fingerprint } = (await dueOf(world, assessmentId)).find(({ kind }) => kind === 'evidence')!;
  const confirm = createHash('sha256').update(fingerprint).digest('hex');
  const items = [{ assessmentId, kind: 'evidence' }];
  await world.operator.post(`/training-bodies/${world.bodyId}/retention/deletions`, { items, confirm }).expect(201);
}

describe('evidence that was deleted', () => {
  it('is not carried over, though what was claimed and judged of it is still there', async () => {
    const { assessor, assessmentId } = await decided(world);
    await deleteEvidence(assessmentId);
    const reassess = (carryOver: string) =>
      assessor.post(`/assessments/${assessmentId}/reassessment`, { leadAssessorId: assessor.id, carryOver });
    expect((await reassess('accepted').expect(410)).body.code).toBe('deleted');
    expect((await reassess('none').expect(201)).body.attempt).toBe(2);
  });

  it('is not carried on by an attempt that had carried it over', async () => {
    const { assessor, candidate, assessmentId } = await decided(world);
    const next = { leadAssessorId: assessor.id, carryOver: 'accepted' };
    const { body: second } = await assessor.post(`/assessments/${assessmentId}/reassessment`, next).expect(201);
    await candidate.post(`/assessments/${second.id}/withdrawal`, { reason: '個人因素' }).expect(200);
    await deleteEvidence(assessmentId);
    const again = { ...next, carryOver: 'all' };
    expect((await assessor.post(`/assessments/${second.id}/reassessment`, again).expect(410)).body.code).toBe(
      'deleted',
    );
  });

  it('leaves no letter that says the same words, nor whom they were to', async () => {
    const { assessor, candidate, assessmentId } = await enrolled(world);
    const request = { id: randomUUID(), targetRefs: ['1.1'], text: '請補王太太的申訴紀錄', dueOn: '2026-03-30' };
    await assessor.post(`/assessments/${assessmentId}/requests`, request).expect(201);
    const third = { name: '張店長', email: 'chang@example.tw', relation: '主管', locale: 'zh-TW' };
    const invitation = { ...third, targetRefs: ['1.1'], message: '請就客訴處理說明' };
    await assessor.post(`/assessments/${assessmentId}/invitations`, invitation).expect(201);
    await candidate.post(`/assessments/${assessmentId}/withdrawal`, { reason: '個人因素' }).expect(200);
    const letters = async () => JSON.stringify(await world.app.get(Database).read.find(Notice));
    for (const word of ['王太太', 'chang@example.tw']) expect(await letters()).toContain(word);
    await deleteEvidence(assessmentId);
    for (const word of ['王太太', '張店長', 'chang@example.tw', '請就客訴'])
      expect(await letters()).not.toContain(word);
  });
});

it('counts the last judgement as activity in an assessment that nobody decided', async () => {
  const { assessor, candidate, assessmentId } = await enrolled(world);
  const item = await candidate
    .post(`/assessments/${assessmentId}/evidence`, { title: '服務紀錄', statement: '處理經過' })
    .expect(201);
  const claims = [{ itemId: item.body.id, targetRef: '1.1' }];
  const { body: made } = await candidate.post(`/assessments/${assessmentId}/claims`, { claims }).expect(201);
  expect((await dueOf(world, assessmentId))[0]!.dueOn).toBe('2029-03-02');
  world.clock.pass(100);
  const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
  const judgements = [{ claimId: made[0].id, decision: 'accepted', rules }];
  await assessor.post(`/assessments/${assessmentId}/judgements`, { judgements }).expect(201);
  expect((await dueOf(world, assessmentId))[0]!.dueOn).toBe('2029-06-10');
});
