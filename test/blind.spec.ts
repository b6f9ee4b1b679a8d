import { randomUUID } from 'node:crypto';
import { answersOf, decided, type Decided } from './factories/decided.js';
import { type Persona, World } from './world.js';

const period = { periodFrom: '2026-03-01', periodTo: '2026-12-31' };
const risk = { newAssessor: 0, newUnit: 0, complaint: 0, firstVerdicts: 0 };

let world: World;
let officer: Persona;
let other: Decided;
beforeAll(async () => {
  world = await World.open();
  officer = await world.person('王承辦', ['officer']);
  other = await decided(world, { '1.1': 'accepted' });
});
afterAll(() => world?.close());

/** The sample of this assessment that a new plan draws. */
async function sampleOf(assessmentId: string, blind = true): Promise<string> {
  const plans = `/training-bodies/${world.bodyId}/sampling-plans`;
  const plan = await officer.post(plans, { ...period, basePercent: 100, risk, blind }).expect(201);
  await officer.post(`${plans}/${plan.body.id}/draws`).expect(200);
  const { body } = await officer.get(`${plans}/${plan.body.id}/samples`).expect(200);
  return body.items.find((one: { assessmentId: string }) => one.assessmentId === assessmentId).id;
}

/** A decided assessment with three claims, and a verifier who is to judge them blind. */
async function blindReview(): Promise<Decided & { verifier: Persona }> {
  const subject = await decided(world, { '1.1': 'accepted', '1.2': 'rejected', '1.3': 'more_needed' });
  const verifier = await world.person('吳審查', ['verifier']);
  const sampleId = await sampleOf(subject.assessmentId);
  await officer.post(`/samples/${sampleId}/assignment`, { verifierId: verifier.id }).expect(201);
  return { ...subject, verifier };
}

describe('a blind review', () => {
  it('shows evidence and targets, and nothing of what the assessors found', async () => {
    const { verifier, assessmentId, assessor, claimIds, itemId } = await blindReview();
    const { body, text } = await verifier.get(`/assessments/${assessmentId}/blind-claims`).expect(200);
    expect(body.outstanding).toBe(3);
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual([...claimIds].sort());
    expect(body.items[0]).toMatchObject({ evidence: { id: itemId, title: '服務紀錄' }, answer: null });
    expect(body.items.map(({ target }: { target: { ref: string } }) => target.ref).sort()).toEqual([
      '1.1',
      '1.2',
      '1.3',
    ]);
    for (const told of ['rejected', 'more_needed', '已檢視', assessor.id, assessor.name])
      expect(text).not.toContain(told);
    await verifier.get(`/evidence/${itemId}`).expect(200);
  });

  it('keeps judgements, coverage, verdict and grid from its verifier until every claim is answered', async () => {
    const { verifier, assessmentId, documentId, claimIds, assessor } = await blindReview();
    const verdict = await assessor.get(`/assessments/${assessmentId}/verdict`).expect(200);
    const hidden = [
      `/assessments/${assessmentId}/judgements`,
      `/assessments/${assessmentId}/coverage`,
      `/assessments/${assessmentId}/verdict`,
      `/assessments/${assessmentId}/waivers`,
      `/assessments/${assessmentId}/attributions`,
      `/assessments/${assessmentId}/verifications`,
      `/claims/${claimIds[0]}/judgements`,
      `/verdicts/${verdict.body.id}/document`,
      `/verdicts/${verdict.body.id}/record`,
    ];
    const grid = `/training-bodies/${world.bodyId}/grid?documentId=${documentId}`;
    const inGrid = async () => (await verifier.get(grid).expect(200)).text.includes(assessmentId);
    const expectHidden = async () => {
      for (const path of hidden) expect((await verifier.get(path).expect(403)).body.code).toBe('blind_review');
      expect(await inGrid()).toBe(false);
    };
    await expectHidden();
    const judge = `/assessments/${assessmentId}/blind-judgements`;
    await verifier.post(judge, answersOf(claimIds.slice(0, 2), ['accepted', 'accepted'])).expect(201);
    await expectHidden();
    const early = { findings: [{ text: '尚未看完。' }], outcome: 'confirmed' };
    const refused = await verifier.post(`/assessments/${assessmentId}/verifications`, early).expect(403);
    expect(refused.body.code).toBe('blind_review');
    await verifier.post(judge, answersOf(claimIds.slice(2), ['rejected'])).expect(201);
    for (const path of hidden) await verifier.get(path).expect(200);
    expect(await inGrid()).toBe(true);
    const done = await verifier.get(`/assessments/${assessmentId}/blind-claims`).expect(200);
    expect(done.body.outstanding).toBe(0);
    await verifier.post(`/assessments/${assessmentId}/verifications`, early).expect(201);
  });

  it('hides that assessment from that verifier, and nothing from anybody else', async () => {
    const { verifier, assessmentId, assessor, candidate } = await blindReview();
    const sampleId = await sampleOf(other.assessmentId, false);
    await officer.post(`/samples/${sampleId}/assignment`, { verifierId: verifier.id }).expect(201);
    await verifier.get(`/assessments/${other.assessmentId}/coverage`).expect(200);
    for (const persona of [officer, assessor, candidate])
      await persona.get(`/assessments/${assessmentId}/judgements`).expect(200);
    const second = await world.person('鄭審查', ['verifier']);
    const open = await sampleOf(assessmentId, false);
    await officer.post(`/samples/${open}/assignment`, { verifierId: second.id }).expect(201);
    await second.get(`/assessments/${assessmentId}/judgements`).expect(200);
  });

  it('takes each answer once, all or none, and changes neither judgements nor verdict', async () => {
    const { verifier, assessmentId, claimIds, assessor } = await blindReview();
    const read = async () => [
      (await assessor.get(`/assessments/${assessmentId}/judgements`).expect(200)).body,
      (await assessor.get(`/assessments/${assessmentId}/verdict`).expect(200)).body,
      (await assessor.get(`/assessments/${assessmentId}/coverage`).expect(200)).body,
    ];
    const before = await read();
    const judge = `/assessments/${assessmentId}/blind-judgements`;
    await verifier.post(judge, answersOf(claimIds.slice(0, 1), ['rejected'])).expect(201);
    const again = await verifier.post(judge, answersOf(claimIds, ['accepted', 'accepted', 'accepted'])).expect(409);
    expect(again.body.code).toBe('blind_judgement_given');
    const { body } = await verifier.get(`/assessments/${assessmentId}/blind-claims`).expect(200);
    expect(body.outstanding).toBe(2);
    expect(await read()).toEqual(before);
  });

  it.each<[string, (claims: string[]) => object, string]>([
    ['a claim of another assessment', () => answersOf(other.claimIds, ['accepted']), 'judgements.0.claimId'],
    ['a claim that is not there', () => answersOf([randomUUID()], ['accepted']), 'judgements.0.claimId'],
    ['the same claim twice', ([id]) => answersOf([id!, id!], ['accepted', 'rejected']), 'judgements.1.claimId'],
    [
      'a rejection without a reason',
      ([claimId]) => ({ judgements: [{ claimId, decision: 'rejected', rules: {} }] }),
      'judgements.0.reason',
    ],
    [
      'an acceptance against a rule',
      ([claimId]) => ({
        judgements: [
          {
            claimId,
            decision: 'accepted',
            rules: { validity: true, sufficiency: true, authenticity: false, currency: true },
          },
        ],
      }),
      'judgements.0.rules.authenticity',
    ],
    ['nothing', () => ({ judgements: [] }), 'judgements'],
  ])('refuses %s', async (_, input, field) => {
    const { verifier, assessmentId, claimIds } = await reviewed();
    const { body } = await verifier.post(`/assessments/${assessmentId}/blind-judgements`, input(claimIds)).expect(400);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });

  it('is not for a verifier who may have seen the judgements', async () => {
    const seeing = await world.person('先看過的人', ['verifier']);
    const open = await sampleOf(other.assessmentId, false);
    await officer.post(`/samples/${open}/assignment`, { verifierId: seeing.id }).expect(201);
    const blind = await sampleOf(other.assessmentId);
    const refused = await officer.post(`/samples/${blind}/assignment`, { verifierId: seeing.id }).expect(409);
    expect(refused.body.code).toBe('not_blind');
    const claims = await seeing.get(`/assessments/${other.assessmentId}/blind-claims`).expect(409);
    expect(claims.body.code).toBe('not_blind');
    const own = answersOf(other.claimIds, ['accepted']);
    await seeing.post(`/assessments/${other.assessmentId}/blind-judgements`, own).expect(409);
  });
});

describe('the agreement of a body', () => {
  it('counts what blind judgements and assessors said, by unit, target and assessor', async () => {
    const { verifier, assessmentId, claimIds, assessor, documentId } = await blindReview();
    const path = `/training-bodies/${world.bodyId}/agreement?documentId=${documentId}`;
    const read = async () => (await officer.get(path).expect(200)).body;
    const before = (await read()).units[0]?.decisions.n ?? 0;
    const judge = `/assessments/${assessmentId}/blind-judgements`;
    await verifier.post(judge, answersOf(claimIds, ['accepted', 'accepted', 'more_needed'])).expect(201);
    const { units, targets, assessors } = await read();
    expect(units).toHaveLength(1);
    expect(units[0].document).toMatchObject({ id: documentId, code: 'KMM5R0915v2' });
    expect(units[0].decisions.n).toBe(before + 3);
    expect(targets.map(({ target }: { target: { ref: string } }) => target.ref)).toEqual(['1.1', '1.2', '1.3']);
    const own = assessors.find((one: { assessor: { id: string } }) => one.assessor.id === assessor.id);
    expect(own.decisions).toMatchObject({
      n: 3,
      agreed: 2,
      answers: ['accepted', 'rejected', 'more_needed'],
      table: [
        [1, 0, 0],
        [1, 0, 0],
        [0, 0, 1],
      ],
      caution: '樣本數太少，不足以判斷（未滿 20 對）。',
    });
    expect(own.acceptance.table).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(own.decisions.kappa.value).toBeCloseTo(0.5, 12);
    const english = await verifier.get(path).set('Accept-Language', 'en').expect(200);
    expect(english.body.units[0].decisions.caution).toBe('Too few to say (fewer than 20 pairs).');
  });

  it('leaves out what the reader is still to judge blind', async () => {
    const { verifier, assessmentId, assessor, claimIds } = await blindReview();
    const second = await world.person('鄭審查', ['verifier']);
    const sampleId = await sampleOf(assessmentId);
    await officer.post(`/samples/${sampleId}/assignment`, { verifierId: second.id }).expect(201);
    const judge = `/assessments/${assessmentId}/blind-judgements`;
    await verifier.post(judge, answersOf(claimIds, ['accepted', 'rejected', 'rejected'])).expect(201);
    const path = `/training-bodies/${world.bodyId}/agreement`;
    expect((await second.get(path).expect(200)).text).not.toContain(assessor.id);
    expect((await verifier.get(path).expect(200)).text).toContain(assessor.id);
  });

  it('is of the days asked for', async () => {
    const path = `/training-bodies/${world.bodyId}/agreement`;
    const { body } = await officer.get(`${path}?from=2020-01-01&to=2020-12-31`).expect(200);
    expect(body).toMatchObject({ from: '2020-01-01', units: [], targets: [], assessors: [] });
    await officer.get(`${path}?from=2026-02-01&to=2026-01-01`).expect(400);
    await officer.get(`${path}?from=2026-02-30`).expect(400);
    await officer.get(`${path}?documentId=${randomUUID()}`).expect(404);
  });
});

let shared: Awaited<ReturnType<typeof blindReview>> | undefined;
const reviewed = async () => (shared ??= await blindReview());
