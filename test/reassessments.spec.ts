import { randomUUID } from 'node:crypto';
import { Claim } from '../src/evidence/claim.entity.js';
import { EvidenceItem } from '../src/evidence/evidence-item.entity.js';
import { Database } from '../src/database/database.js';
import { verifyPdf } from '../src/signing/verify.js';
import { assessmentWith, type AssessmentShape, documentWith, qualify } from './factories/assessment.js';
import { nextVersionOf } from './factories/new-version.js';
import { type Persona, World } from './world.js';

let world: World;
let db: Database;
let candidate: Persona;
let lead: Persona;
let other: Persona;
const refs = ['1.1', '1.2', '1.3'];
const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
const notYet = {
  outcome: 'not_yet_competent',
  reasons: '尚有一項沒有證據。',
  gaps: [{ targetRef: '1.3', text: '沒有紀錄' }],
  feedback: '其餘清楚。',
  nextStep: '補上紀錄後補評。',
};

beforeAll(async () => {
  world = await World.open({ withoutSeeds: true });
  db = world.app.get(Database);
  candidate = await world.person('林小美', ['candidate']);
  lead = await world.person('陳評量', ['assessor']);
  other = await world.person('王評量', ['assessor']);
  for (const { id } of [lead, other]) await qualify(db, world.bodyId, id);
});
afterAll(() => world?.close());

/** An assessment of three criteria; the first item is an observation, and the third criterion was rejected. */
const started = async (shape: Partial<AssessmentShape> = {}) => {
  const documentId = await documentWith(db, { criteria: 3 });
  const fate: AssessmentShape['fate'] = (index, ref) => ({
    ...(index === 0 && { form: 'observation' as const }),
    judged: [['lead', ref === '1.3' ? 'rejected' : 'accepted']],
  });
  const people = { bodyId: world.bodyId, candidateId: candidate.id, leadId: lead.id };
  const { id } = await assessmentWith(db, { ...people, documentId, refs, items: 2, claimsPerItem: 3, fate, ...shape });
  return { id, documentId };
};
const failed = async (shape: Partial<AssessmentShape> = {}) => {
  const made = await started(shape);
  const { body: verdict } = await lead.post(`/assessments/${made.id}/verdicts`, notYet).expect(201);
  return { ...made, verdict };
};
const reassess = (id: string, changes: object = {}, by = lead) =>
  by.post(`/assessments/${id}/reassessment`, { leadAssessorId: lead.id, carryOver: 'accepted', ...changes });
const evidenceOf = async (id: string) => (await lead.get(`/assessments/${id}/evidence`).expect(200)).body.items;
const coverageOf = async (id: string) => (await lead.get(`/assessments/${id}/coverage`).expect(200)).body;
const claimsOf = (assessmentId: string) =>
  db.read.find(Claim, { where: { assessmentId }, order: { targetRef: 'ASC' } });
const judgeAll = async (id: string): Promise<void> => {
  const interest = { conflict: false, statement: '與受評者無利害關係。' };
  await lead.post(`/assessments/${id}/interest-declarations`, interest).expect(201);
  const judgements = (await claimsOf(id)).map((claim) => ({ claimId: claim.id, decision: 'accepted', rules }));
  await lead.post(`/assessments/${id}/judgements`, { judgements }).expect(201);
};

describe('reassessment', () => {
  it('is the next attempt, linked to the one before, with the accepted claims to be judged again', async () => {
    const first = await failed();
    const { body } = await reassess(first.id).expect(201);
    expect(body).toMatchObject({ attempt: 2, previousId: first.id, candidate: { id: candidate.id }, decidedAt: null });
    const claims = await claimsOf(body.id);
    expect(claims.map(({ targetRef }) => targetRef)).toEqual(['1.1', '1.1', '1.2', '1.2']);
    expect(claims.every(({ carriedFrom }) => carriedFrom !== null)).toBe(true);
    const { openRules } = await coverageOf(body.id);
    expect(openRules.map(({ rule }: { rule: string }) => rule)).toEqual(['V2', 'S1', 'S5', 'P1']);
  });

  it('brings the evidence as it was received, declared and signed, and gives it numbers of its own', async () => {
    const first = await failed();
    const before = await evidenceOf(first.id);
    const { body } = await reassess(first.id).expect(201);
    const after = await evidenceOf(body.id);
    const said = ({ title, form, class: kind, producedOn, receivedAt, signedAt, declaredAt, files }: never) => {
      return { title, form, kind, producedOn, receivedAt, signedAt, declaredAt, files };
    };
    expect(after.map(said)).toEqual(before.map(said));
    expect(after.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
  });

  it('ends competent once what was carried is judged again and the gap is closed, and both verdicts stay', async () => {
    const first = await failed();
    const { body: second } = await reassess(first.id).expect(201);
    const evidence = { title: '補上的紀錄', statement: '內容', producedOn: '2026-02-20' };
    const call = candidate.upload(`/assessments/${second.id}/evidence`);
    for (const [name, value] of Object.entries(evidence)) call.field(name, value);
    const { body: item } = await call.expect(201);
    await candidate.post(`/assessments/${second.id}/declarations`, { itemIds: [item.id] }).expect(201);
    const claims = { claims: [{ itemId: item.id, targetRef: '1.3' }] };
    await candidate.post(`/assessments/${second.id}/claims`, claims).expect(201);
    await judgeAll(second.id);
    const { body: verdict } = await lead
      .post(`/assessments/${second.id}/verdicts`, { outcome: 'competent' })
      .expect(201);
    const { body: record } = await lead.get(`/verdicts/${verdict.id}/record`).expect(200);
    const { documentNumber } = first.verdict;
    expect(record.previous).toEqual({ code: record.unit.code, attempt: 1, documentNumber });
    expect(record.items.map(({ fromAttempt }: { fromAttempt: number | null }) => fromAttempt)).toEqual([1, 1, null]);
    const carried = record.claims.flatMap((one: { carriedFrom: string | null }) => one.carriedFrom ?? []);
    const accepted = (await claimsOf(first.id)).filter(({ targetRef }) => targetRef !== '1.3').map(({ id }) => id);
    expect(new Set(carried)).toEqual(new Set(accepted));
    expect(record.claims).toHaveLength(accepted.length + 1);
    for (const { id } of [first.verdict, verdict]) {
      const { body } = await lead
        .get(`/verdicts/${id}/document`)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200);
      expect((await verifyPdf(body, { trust: [] })).signatures).toHaveLength(2);
    }
    expect((await reassess(second.id).expect(409)).body.code).toBe('verdict_stands');
  });

  it('tests currency again: what was current at the first verdict may be too old at the second', async () => {
    const first = await failed();
    const { body: second } = await reassess(first.id).expect(201);
    await judgeAll(second.id);
    const rulesOpen = async () => (await coverageOf(second.id)).openRules.map(({ rule }: { rule: string }) => rule);
    expect(await rulesOpen()).toEqual(['S1']);
    const now = world.clock.now().toISOString();
    world.clock.pass(3 * 365);
    expect(await rulesOpen()).toEqual(expect.arrayContaining(['S1', 'S5', 'C2']));
    world.clock.set(now);
  });

  it('carries what is asked for: all that stood, none, or what is named', async () => {
    const number = async (changes: object): Promise<number> => {
      const first = await failed();
      const { body } = await reassess(first.id, changes).expect(201);
      return (await claimsOf(body.id)).length;
    };
    expect(await number({ carryOver: 'all' })).toBe(6);
    expect(await number({ carryOver: 'none' })).toBe(0);
    const first = await failed();
    const [claim] = await claimsOf(first.id);
    const { body } = await reassess(first.id, { carryOver: 'chosen', claimIds: [claim!.id] }).expect(201);
    expect(await claimsOf(body.id)).toMatchObject([{ targetRef: claim!.targetRef, carriedFrom: claim!.id }]);
    const [foreign] = await claimsOf((await failed()).id);
    const wrong = { carryOver: 'chosen', claimIds: [foreign!.id] };
    await reassess((await failed()).id, wrong).expect(404);
  });

  it('is made once, however often it is asked for', async () => {
    const first = await failed();
    const id = randomUUID();
    const { body } = await reassess(first.id, { id: id.toUpperCase() }).expect(201);
    expect((await reassess(first.id, { id }).expect(200)).body).toEqual(body);
    expect((await reassess(first.id).expect(409)).body.code).toBe('already_exists');
  });

  it('follows a withdrawal too, and never an open assessment', async () => {
    const { id } = await started();
    expect((await reassess(id).expect(409)).body.code).toBe('assessment_undecided');
    await candidate.post(`/assessments/${id}/withdrawal`, { reason: '暫停' }).expect(200);
    expect((await reassess(id).expect(201)).body.attempt).toBe(2);
  });

  it('is given to another lead assessor only by those who run the body', async () => {
    const { id } = await failed();
    await reassess(id, { leadAssessorId: other.id }).expect(403);
    expect((await lead.get(`/assessments?limit=200`).expect(200)).text).not.toContain(`"previousId":"${id}"`);
    await reassess(id, { leadAssessorId: other.id }, world.operator).expect(201);
  });

  it('keeps one origin through a third attempt', async () => {
    const first = await failed();
    const { body: second } = await reassess(first.id).expect(201);
    await judgeAll(second.id);
    await lead.post(`/assessments/${second.id}/verdicts`, notYet).expect(201);
    const { body: third } = await reassess(second.id).expect(201);
    const origins = async (assessmentId: string) =>
      (await db.read.find(EvidenceItem, { where: { assessmentId }, order: { number: 'ASC' } })).map(
        ({ id, originId }) => originId ?? id,
      );
    expect(await origins(third.id)).toEqual(await origins(first.id));
    expect((await evidenceOf(third.id))[1].files).toHaveLength(1);
  });
});

describe('the transition to a newer version', () => {
  /** The next version: 1.1 as it was, 1.2 reworded as 1.3, 1.3 gone and 1.2 new. */
  const newer = (documentId: string) =>
    nextVersionOf(db, documentId, (item) => {
      if (item.ref === '1.2') {
        const added = { ...item, text: '完全不同的一件新事' };
        return [added, { ...item, ref: '1.3', code: '1.3', text: `${item.text}，並留存紀錄` }];
      }
      return item.ref === '1.3' ? [] : [item];
    });
  const propose = (id: string, documentId: string, by = lead) =>
    by.get(`/assessments/${id}/transition?documentId=${documentId}`);
  const move = (id: string, documentId: string, mapping: object[], changes: object = {}) =>
    lead.post(`/assessments/${id}/transition`, { documentId, leadAssessorId: lead.id, mapping, ...changes });

  it('proposes what the old evidence still covers, and moves nothing', async () => {
    const { id, documentId } = await started();
    const { body } = await propose(id, await newer(documentId)).expect(200);
    const became = body.matches.map((match: { from: { ref: string }; to: { ref: string } | null; kind: string }) => {
      return `${match.from.ref} → ${match.to?.ref ?? '-'} (${match.kind})`;
    });
    expect(became).toEqual(['1.1 → 1.1 (same)', '1.2 → 1.3 (changed)', '1.3 → - (removed)']);
    expect(body.matches[1].changes.at(-1)).toEqual({ kind: 'added', text: '，並留存紀錄' });
    expect(body.matches.map(({ claims }: { claims: object[] }) => claims.length)).toEqual([2, 2, 0]);
    expect(body.added).toMatchObject([{ ref: '1.2', text: '完全不同的一件新事' }]);
    expect((await lead.get(`/assessments/${id}`)).body.withdrawnAt).toBeNull();
  });

  it('carries the claims of confirmed pairs, closes the old assessment, and asks for judgement anew', async () => {
    const { id, documentId } = await started();
    const next = await newer(documentId);
    const mapping = [
      { from: '1.1', to: '1.1' },
      { from: '1.2', to: '1.3' },
    ];
    const { body } = await move(id, next, mapping).expect(201);
    expect(body).toMatchObject({ attempt: 1, previousId: id, document: { id: next } });
    expect((await claimsOf(body.id)).map(({ targetRef }) => targetRef)).toEqual(['1.1', '1.1', '1.3', '1.3']);
    expect((await lead.get(`/assessments/${id}`)).body.withdrawalReason).toContain('新版本');
    const { findings } = await coverageOf(body.id);
    const changed = findings.filter(({ rule }: { rule: string }) => rule === 'P6');
    expect(changed.map(({ problem, targets }: { problem: string; targets: string[] }) => [problem, targets])).toEqual([
      ['carried_target_changed', ['1.3']],
      ['carried_target_changed', ['1.3']],
    ]);
    await judgeAll(body.id);
    expect((await coverageOf(body.id)).findings.filter(({ rule }: { rule: string }) => rule === 'P6')).toEqual([]);
  });

  test.each([
    ['a target the old version lacks', [{ from: '9.9', to: '1.1' }], 'mapping.0.from'],
    ['a target the new version lacks', [{ from: '1.1', to: '9.9' }], 'mapping.0.to'],
    ['a heading', [{ from: '1.1', to: '1' }], 'mapping.0.to'],
  ])('refuses %s, and changes nothing', async (_, mapping, field) => {
    const { id, documentId } = await started();
    const { body } = await move(id, await newer(documentId), mapping).expect(400);
    expect(body.errors.map((one: { field: string }) => one.field)).toEqual([field]);
    expect((await lead.get(`/assessments/${id}`)).body.withdrawnAt).toBeNull();
  });

  it('waits for an open appeal, and after one that was upheld is led by somebody else', async () => {
    const { id, documentId, verdict } = await failed();
    const next = await newer(documentId);
    const mapping = [{ from: '1.1', to: '1.1' }];
    await lead.post(`/verdicts/${verdict.id}/notification`, { channel: 'in_app' }).expect(201);
    const { body: appeal } = await candidate
      .post(`/verdicts/${verdict.id}/appeal`, { grounds: '請再審查。' })
      .expect(201);
    expect((await move(id, next, mapping).expect(409)).body.code).toBe('appeal_open');
    const decision = { outcome: 'upheld', reasons: '判斷有誤。' };
    await world.operator.post(`/appeals/${appeal.id}/decision`, decision).expect(201);
    expect((await move(id, next, mapping).expect(409)).body.code).toBe('another_assessor_needed');
    // The lead assessor cannot give it away, and would not see it either.
    const wish = { documentId: next, leadAssessorId: other.id, mapping };
    await move(id, next, mapping, { leadAssessorId: other.id }).expect(403);
    await world.operator.post(`/assessments/${id}/transition`, wish).expect(201);
  });

  it('goes only forward, and only along one document', async () => {
    const { id, documentId } = await started();
    const stranger = await documentWith(db, { criteria: 3 });
    for (const wrong of [documentId, stranger]) {
      expect((await propose(id, wrong).expect(422)).body.code).toBe('not_a_newer_version');
      await move(id, wrong, []).expect(422);
    }
    await propose(id, randomUUID()).expect(404);
  });
});
