import { randomUUID } from 'node:crypto';
import { Notice } from '../src/notices/notice.entity.js';
import { Database } from '../src/database/database.js';
import { evaluateAfter } from '../src/after-verdict/evaluate-after.js';
import { loadAfterFacts } from '../src/after-verdict/load-after-facts.js';
import { loadVerifications } from '../src/after-verdict/load-verifications.js';
import { decided, type Decided } from './factories/decided.js';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

const finding = { ruleOfEvidence: 'sufficiency', targetRef: '1.1', text: '觀察紀錄過於簡略。' };
const confirmed = { findings: [{ text: '判定與證據相符。' }], outcome: 'confirmed' };
const mending = {
  findings: [finding],
  outcome: 'action_required',
  action: '補充觀察重點並重新校準。',
  dueOn: '2026-04-30',
};

let world: World;
let officer: Persona;
let verifier: Persona;
let subject: Decided;
beforeAll(async () => {
  world = await World.open();
  officer = await world.person('王承辦', ['officer']);
  verifier = await world.person('吳審查', ['verifier']);
  subject = await decided(world);
  await assign(subject.assessmentId, verifier);
});
afterAll(() => world?.close());

/** Has a verifier look at the assessment through a sample of its assessor's verdicts. */
async function assign(assessmentId: string, by: Persona): Promise<string> {
  const plans = `/training-bodies/${world.bodyId}/sampling-plans`;
  const risk = { newAssessor: 0, newUnit: 0, complaint: 0, firstVerdicts: 0 };
  const input = { periodFrom: '2026-03-01', periodTo: '2026-12-31', basePercent: 100, risk };
  const plan = await officer.post(plans, input).expect(201);
  await officer.post(`${plans}/${plan.body.id}/draws`).expect(200);
  const { body } = await officer.get(`${plans}/${plan.body.id}/samples`).expect(200);
  const sample = body.items.find((one: { assessmentId: string }) => one.assessmentId === assessmentId);
  await officer.post(`/samples/${sample.id}/assignment`, { verifierId: by.id }).expect(201);
  return sample.id;
}

const path = () => `/assessments/${subject.assessmentId}/verifications`;
const noticesOf = (causeId: string) => world.app.get(Database).read.findBy(Notice, { causeId });

describe('a verification', () => {
  it('is signed by a verifier, answers its sample, and is there once however often it is sent', async () => {
    const sampleId = await assign(subject.assessmentId, verifier);
    const id = randomUUID();
    const { body } = await verifier.post(path(), { ...mending, id, sampleId }).expect(201);
    expect(body).toMatchObject({ id, sampleId, outcome: 'action_required', state: 'open', completion: null });
    expect(body.findings).toEqual([finding]);
    expect(body.contentSha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await verifier.post(path(), { ...mending, id, sampleId }).expect(200)).body).toEqual(body);
    const other = await verifier.post(path(), { ...mending, id, sampleId, action: '別的' }).expect(409);
    expect(other.body.code).toBe('already_exists');
    const list = await subject.assessor.get(path()).expect(200);
    expect(list.body.items).toContainEqual(body);
    await subject.candidate.get(path()).expect(403);
  });

  it('never changes the verdict, its document or the coverage', async () => {
    const read = async () => {
      const { assessmentId, assessor } = subject;
      const verdict = (await assessor.get(`/assessments/${assessmentId}/verdict`).expect(200)).body;
      const pdf = await assessor.get(`/verdicts/${verdict.id}/document`).responseType('blob').expect(200);
      const coverage = (await assessor.get(`/assessments/${assessmentId}/coverage`).expect(200)).body;
      return { verdict, pdf: pdf.body.toString('base64'), coverage: { ...coverage, revision: null } };
    };
    const before = await read();
    expect(before.pdf.length).toBeGreaterThan(1000);
    await verifier.post(path(), mending).expect(201);
    expect(await read()).toEqual(before);
  });

  it.each<[string, object, string[]]>([
    ['no action', { action: null }, ['action']],
    ['a blank action', { action: '  ' }, ['action']],
    ['no due date', { dueOn: null }, ['dueOn']],
    ['neither', { action: null, dueOn: null }, ['action', 'dueOn']],
  ])('with something to mend is refused with %s, by P9', async (_, changes, fields) => {
    const { body } = await verifier.post(path(), { ...mending, ...changes }).expect(422);
    expect(body).toMatchObject({ code: 'rule_broken', details: { rule: 'P9', reason: 'verification_incomplete' } });
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  it.each<[string, object, string]>([
    ['no findings', { findings: [] }, 'findings'],
    ['a finding without words', { findings: [{ text: '\u0007 ' }] }, 'findings.0.text'],
    ['a rule that is none', { findings: [{ ...finding, ruleOfEvidence: 'beauty' }] }, 'findings.0.ruleOfEvidence'],
    ['a target that is none', { findings: [{ ...finding, targetRef: '99.9' }] }, 'findings.0.targetRef'],
    ['a day that is past', { dueOn: '2026-01-01' }, 'dueOn'],
    ['a day that does not exist', { dueOn: '2026-02-30' }, 'dueOn'],
    ['an action where all is confirmed', { outcome: 'confirmed', dueOn: null }, 'action'],
  ])('is refused with %s', async (_, changes, field) => {
    const { body } = await verifier.post(path(), { ...mending, ...changes }).expect(400);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });

  it('answers only a sample that was given to its verifier', async () => {
    const other = await world.person('鄭審查', ['verifier']);
    const sampleId = await assign(subject.assessmentId, other);
    await verifier.post(path(), { ...confirmed, sampleId }).expect(404);
    await other.post(path(), { ...confirmed, sampleId }).expect(201);
  });

  it('is for verifiers of this assessment, who did not assess it', async () => {
    for (const persona of [officer, subject.assessor, subject.candidate])
      await persona.post(path(), confirmed).expect(403);
    const stranger = await world.person('外人', ['verifier']);
    await stranger.post(path(), confirmed).expect(404);
  });

  it('comes after the verdict', async () => {
    const { assessmentId } = await enrolled(world);
    await officer
      .post(`/assessments/${assessmentId}/assignments`, { userId: verifier.id, duty: 'verifier' })
      .expect(201);
    const { body } = await verifier.post(`/assessments/${assessmentId}/verifications`, confirmed).expect(409);
    expect(body.code).toBe('assessment_undecided');
  });

  it('is a fact that rule P9 looks at', async () => {
    const facts = await loadVerifications(world.app.get(Database).read, subject.assessmentId);
    expect(facts[0]).toMatchObject({
      by: verifier.id,
      findings: finding.text,
      action: mending.action,
      dueOn: mending.dueOn,
      confirmed: false,
    });
    expect(facts.some(({ confirmed: nothingToMend }) => nothingToMend)).toBe(true);
    const verdict = await verifier.get(`/assessments/${subject.assessmentId}/verdict`).expect(200);
    const after = await loadAfterFacts(world.app.get(Database).read, verdict.body.id, world.clock.instant());
    expect(after.verifications).toEqual(facts);
    expect(evaluateAfter(after).findings.filter(({ rule }) => rule === 'P9')).toEqual([]);
  });
});

describe('the action of a verification', () => {
  it('is told to the lead and the officers, is overdue after its day, and is done once', async () => {
    const { body } = await verifier.post(path(), mending).expect(201);
    const told = await noticesOf(body.id);
    expect(told.map(({ kind, userId }) => [kind, userId]).sort()).toEqual(
      [subject.assessor.id, officer.id].map((id) => ['verification_action', id]).sort(),
    );
    const completion = `/verifications/${body.id}/completion`;
    await verifier.post(completion, { note: '已處理' }).expect(403);
    await subject.assessor.post(completion, { note: ' ' }).expect(400);
    const done = await subject.assessor.post(completion, { note: '已補充觀察重點。' }).expect(200);
    expect(done.body).toMatchObject({
      state: 'done',
      completion: { doneBy: { id: subject.assessor.id }, note: '已補充觀察重點。' },
    });
    await subject.assessor.post(completion, { note: '已補充觀察重點。' }).expect(200);
    expect((await officer.post(completion, { note: '再一次' }).expect(409)).body.code).toBe('verification_done');
    expect((await noticesOf(body.id)).every(({ droppedAt, sentAt }) => droppedAt !== null || sentAt !== null)).toBe(
      true,
    );
  });

  it('is none where all is confirmed', async () => {
    const { body } = await verifier.post(path(), confirmed).expect(201);
    expect(body.state).toBe('confirmed');
    expect(await noticesOf(body.id)).toEqual([]);
    const refused = await officer.post(`/verifications/${body.id}/completion`, { note: '無' }).expect(409);
    expect(refused.body.code).toBe('no_action_required');
  });

  it('is overdue from the day after its last', async () => {
    const { body } = await verifier.post(path(), { ...mending, dueOn: '2026-03-05' }).expect(201);
    const stateAt = async (instant: string) => {
      world.clock.set(instant);
      const { items } = (await officer.get(path()).expect(200)).body;
      return items.find(({ id }: { id: string }) => id === body.id).state;
    };
    expect(await stateAt('2026-03-05T15:59:00.000Z')).toBe('open');
    expect(await stateAt('2026-03-05T16:00:00.000Z')).toBe('overdue');
  });
});

describe('what waits because of a verification', () => {
  const waits = async (who: Persona, kind: string) =>
    (await who.get('/me/reminders').expect(200)).body.filter((one: { kind: string }) => one.kind === kind);
  const listed = async (query: string) =>
    (await officer.get(`/training-bodies/${world.bodyId}/verifications?limit=200&${query}`).expect(200)).body.items;

  it('is the sample until it is verified, and then the action until it is reported done', async () => {
    const { assessmentId, assessor, candidate } = await decided(world);
    const looking = await world.person('鄭審查', ['verifier']);
    const sampleId = await assign(assessmentId, looking);
    const [sample] = await waits(looking, 'sample_unverified');
    expect(sample).toMatchObject({ subjectId: sampleId, assessmentId, dueOn: null });
    expect(sample.text).toContain('等待您審查');

    const answer = { ...mending, sampleId };
    const { body } = await looking.post(`/assessments/${assessmentId}/verifications`, answer).expect(201);
    expect(await waits(looking, 'sample_unverified')).toEqual([]);
    const mine = (all: { subjectId: string }[]) => all.filter(({ subjectId }) => subjectId === body.id);
    for (const who of [assessor, officer])
      expect(mine(await waits(who, 'action_open'))).toMatchObject([{ dueOn: '2026-04-30', assessmentId }]);
    for (const who of [candidate, looking]) expect(await waits(who, 'action_open')).toEqual([]);

    const ids = async (state: string) => (await listed(`state=${state}`)).map(({ id }: { id: string }) => id);
    expect(await ids('open')).toContain(body.id);
    world.clock.set('2026-04-30T16:30:00.000Z');
    expect([await ids('open'), await ids('overdue')]).toEqual([[], expect.arrayContaining([body.id])]);
    await assessor.post(`/verifications/${body.id}/completion`, { note: '已補充。' }).expect(200);
    expect(await ids('overdue')).not.toContain(body.id);
    expect((await listed('state=done')).find(({ id }: { id: string }) => id === body.id).completion.note).toBe(
      '已補充。',
    );
    for (const who of [assessor, officer]) expect(mine(await waits(who, 'action_open'))).toEqual([]);
  });
});
