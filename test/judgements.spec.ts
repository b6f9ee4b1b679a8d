import { randomUUID } from 'node:crypto';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { Database } from '../src/database/database.js';
import { Judgement } from '../src/judgements/judgement.entity.js';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

const held = { validity: true, sufficiency: true, authenticity: true, currency: true };
const accept = (claimId: string) => ({ claimId, decision: 'accepted', rules: held });
const reject = (claimId: string, reason?: string) => ({
  claimId,
  decision: 'rejected',
  rules: { ...held, validity: false },
  reason,
});

describe('judgements', () => {
  let world: World;
  let candidate: Persona;
  let assessor: Persona;
  let verifier: Persona;
  let stranger: Persona;
  let assessmentId: string;
  beforeAll(async () => {
    world = await World.open();
    ({ candidate, assessor, assessmentId } = await enrolled(world));
    verifier = await world.person('吳審查', ['verifier']);
    await assign(verifier, 'verifier');
    const other = await world.operator.post('/training-bodies', { name: '另一機構' }).expect(201);
    stranger = await world.person('外人', ['administrator', 'assessor'], other.body.id);
  });
  afterAll(() => world?.close());

  const assign = (person: Persona, duty = 'assessor') =>
    world.operator.post(`/assessments/${assessmentId}/assignments`, { userId: person.id, duty }).expect(201);
  const qualify = async (person: Persona, change: object = {}) => {
    const qualification = { userId: person.id, title: '職能評量師', validFrom: '2024-01-01', ...change };
    const { body } = await world.operator
      .post(`/training-bodies/${world.bodyId}/qualifications`, qualification)
      .expect(201);
    return body.id as string;
  };
  const declare = (person: Persona, conflict = false) =>
    person
      .post(`/assessments/${assessmentId}/interest-declarations`, { conflict, statement: '與受評者的關係。' })
      .expect(201);
  const anotherAssessor = async (name: string) => {
    const person = await world.person(name, ['assessor']);
    await assign(person);
    return person;
  };

  const claimed = async (targets: string[], to = assessmentId, by = candidate) => {
    const evidence = { title: '作品', url: 'https://example.tw/', producedOn: '2026-02-01' };
    const item = await by.post(`/assessments/${to}/evidence`, evidence).expect(201);
    const claims = targets.map((targetRef) => ({ itemId: item.body.id as string, targetRef }));
    const made = await by.post(`/assessments/${to}/claims`, { claims }).expect(201);
    return { itemId: item.body.id as string, ids: made.body.map((c: { id: string }) => c.id) as string[] };
  };
  const claim = async () => (await claimed(['1.1'])).ids[0]!;
  const judge = (by: Persona, ...judgements: object[]) =>
    by.post(`/assessments/${assessmentId}/judgements`, { judgements });
  const history = async (claimId: string, by = assessor) =>
    (await by.get(`/claims/${claimId}/judgements`).expect(200)).body as Row[];
  const count = () => world.app.get(Database).read.count(Judgement);
  const fieldsOf = (body: { errors: { field: string; rule: string }[] }) =>
    body.errors.map(({ field, rule }) => `${field} ${rule}`);

  it('answer many claims at once, with name, time, rules and reason', async () => {
    const { ids } = await claimed(['1.1', '1.2', 'KA1', 'S01']);
    const before = (await assessor.get(`/assessments/${assessmentId}`)).body.revision as number;
    const { body } = await judge(
      assessor,
      accept(ids[0]!),
      reject(ids[1]!, '與指標無關'),
      { claimId: ids[2], decision: 'more_needed', rules: { sufficiency: false, currency: null }, reason: '請補一份' },
      { ...accept(ids[3]!), reason: '很清楚' },
    ).expect(201);
    expect(body).toMatchObject([
      { claimId: ids[0], decision: 'accepted', rules: held, reason: null, stands: true },
      { claimId: ids[1], decision: 'rejected', rules: { validity: false }, reason: '與指標無關' },
      {
        claimId: ids[2],
        rules: { validity: null, sufficiency: false, authenticity: null, currency: null },
        reason: '請補一份',
      },
      { claimId: ids[3], reason: '很清楚', judgedBy: { id: assessor.id, name: '陳評量' } },
    ]);
    expect((await assessor.get(`/assessments/${assessmentId}`)).body.revision).toBe(before + 1);
    const rows = await world.app.get(Database).read.find(AuditEntry, { order: { seq: 'DESC' }, take: 1 });
    expect(rows[0]).toMatchObject({ action: 'claims.judged', subjectId: assessmentId, actorId: assessor.id });
    expect(rows[0]!.data).toContain(ids[3]);
    expect(rows[0]!.data).not.toContain('與指標無關');
  });

  it.each<[string, (ids: string[], gone: string) => object[], string[]]>([
    ['a rejection without a reason', ([a, b]) => [accept(a!), reject(b!)], ['judgements.1.reason isNotEmpty']],
    [
      'a reason of nothing but spaces',
      ([a]) => [{ claimId: a, decision: 'more_needed', rules: {}, reason: ' \n ' }],
      ['judgements.0.reason isNotEmpty'],
    ],
    [
      'an acceptance against a rule found broken',
      ([a, b]) => [accept(a!), { ...accept(b!), rules: { ...held, currency: false } }],
      ['judgements.1.rules.currency isHeldRule'],
    ],
    [
      'an acceptance with a rule not considered',
      ([a]) => [{ ...accept(a!), rules: { ...held, authenticity: null } }],
      ['judgements.0.rules.authenticity isHeldRule'],
    ],
    ['an acceptance without rules', ([a]) => [{ claimId: a, decision: 'accepted' }], ['judgements.0.rules isObject']],
    [
      'rules that are words',
      ([a]) => [{ ...accept(a!), rules: { ...held, validity: 'yes' } }],
      ['judgements.0.rules.validity isBoolean'],
    ],
    ['two answers to one claim', ([a]) => [accept(a!), reject(a!, 'x')], ['judgements.1.claimId isUnique']],
    ['a claim nobody made', ([a]) => [accept(a!), accept(randomUUID())], ['judgements.1.claimId isKnownClaim']],
    ['a claim that was withdrawn', ([a], gone) => [accept(a!), accept(gone)], ['judgements.1.claimId isStandingClaim']],
    ['an unknown decision', ([a]) => [{ ...accept(a!), decision: 'maybe' }], ['judgements.0.decision isIn']],
    [
      'somebody else as judge',
      ([a]) => [{ ...accept(a!), judgedBy: a }],
      ['judgements.0.judgedBy whitelistValidation'],
    ],
    ['nothing as an answer', ([a]) => [accept(a!), null as never], ['judgements isObject']],
    ['no answer at all', () => [], ['judgements arrayMinSize']],
    ['more answers than allowed', ([a]) => Array(201).fill(accept(a!)) as object[], ['judgements arrayMaxSize']],
  ])('refuse %s, name the field and keep nothing of the rest', async (_, input, faults) => {
    const { ids } = await claimed(['1.1', '1.2']);
    const gone = await claim();
    await candidate.post(`/claims/${gone}/withdrawal`).expect(200);
    const before = await count();
    const { body } = await judge(assessor, ...input(ids, gone)).expect(400);
    expect(body.code).toBe('validation_failed');
    expect(fieldsOf(body)).toEqual(faults);
    expect(await count()).toBe(before);
  });

  it('refuse the claims of another assessment as if they did not exist', async () => {
    const other = await enrolled(world);
    const { ids } = await claimed(['1.1'], other.assessmentId, other.candidate);
    const { body } = await judge(assessor, accept(await claim()), accept(ids[0]!)).expect(400);
    expect(fieldsOf(body)).toEqual(['judgements.1.claimId isKnownClaim']);
    await assessor.get(`/claims/${ids[0]}/judgements`).expect(404);
  });

  it('refuse withdrawn evidence and records that are still being written', async () => {
    const { itemId, ids } = await claimed(['1.1']);
    await candidate.post(`/evidence/${itemId}/withdrawal`, { reason: '傳錯' }).expect(200);
    expect(fieldsOf((await judge(assessor, accept(ids[0]!)).expect(400)).body)).toEqual([
      'judgements.0.claimId isStandingEvidence',
    ]);
    const id = randomUUID();
    const record = { startedAt: '2026-03-01T01:00:00Z', place: '門市', outcomes: [{ ref: '1.2', outcome: 'shown' }] };
    await assessor.put(`/assessments/${assessmentId}/observations/${id}`, record).expect(201);
    const claims = [{ itemId: id, targetRef: '1.1' }];
    const draft = await assessor.post(`/assessments/${assessmentId}/claims`, { claims }).expect(201);
    const refused = await judge(assessor, accept(draft.body[0].id)).expect(400);
    expect(fieldsOf(refused.body)).toEqual(['judgements.0.claimId isSignedRecord']);
    await assessor.post(`/observations/${id}/signature`, {}).expect(200);
    await judge(assessor, accept(draft.body[0].id)).expect(201);
  });

  it.each<[string, () => Persona, number]>([
    ['the candidate', () => candidate, 403],
    ['the verifier', () => verifier, 403],
    ['an administrator who does not assess', () => world.operator, 403],
    ['an assessor of another training body', () => stranger, 404],
  ])('are not given by %s', async (_, by, status) => {
    await judge(by(), accept(await claim())).expect(status);
  });

  it('are not given by an assessor of the body who is not assigned', async () => {
    const idle = await world.person('閒置評量', ['assessor']);
    await judge(idle, accept(await claim())).expect(404);
  });

  describe('need an assessor who is entitled (P1)', () => {
    const refused = async (by: Persona, reason: string, locale = 'en') => {
      const { body } = await judge(by, accept(await claim()))
        .set('Accept-Language', locale)
        .expect(422);
      expect(body.code).toBe('rule_broken');
      expect(body.details).toEqual({ rule: 'P1', reason });
      return body.title as string;
    };

    it('qualified for this document on this day', async () => {
      const person = await anotherAssessor('王評量');
      await declare(person);
      expect(await refused(person, 'not_qualified')).toContain('KMM5R0915 that is valid on ');
      expect(await refused(person, 'not_qualified', 'zh-TW')).toContain('沒有涵蓋 KMM5R0915 的有效資格');
      await qualify(person, { documentCodes: ['BAS4222-002'] });
      await qualify(person, { validUntil: '2024-12-31' });
      await qualify(person, { validFrom: '2999-01-01' });
      await refused(person, 'not_qualified');
      const right = await qualify(person, { documentCodes: ['KMM5R0915'] });
      await judge(person, accept(await claim())).expect(201);
      await world.operator.post(`/training-bodies/${world.bodyId}/qualifications/${right}/revocation`).expect(204);
      await refused(person, 'not_qualified');
    });

    it('who has declared interests, and whose last word is that there is no conflict', async () => {
      const person = await anotherAssessor('趙評量');
      await qualify(person);
      expect(await refused(person, 'interest_undeclared', 'zh-TW')).toContain('請先申報');
      await declare(person, true);
      await refused(person, 'interest_conflict');
      await declare(person, false);
      await judge(person, accept(await claim())).expect(201);
      await declare(person, true);
      await refused(person, 'interest_conflict');
    });
  });

  describe('are history', () => {
    it('in which an assessor’s later answer supersedes and the earlier one stays', async () => {
      const id = await claim();
      const second = await anotherAssessor('孫評量');
      await qualify(second);
      await declare(second);
      await judge(assessor, { claimId: id, decision: 'more_needed', rules: {}, reason: '請補日期' }).expect(201);
      await judge(second, reject(id, '不相關')).expect(201);
      await judge(assessor, accept(id)).expect(201);
      const told = [
        { decision: 'more_needed', judgedBy: { name: '陳評量' }, stands: false, reason: '請補日期' },
        { decision: 'rejected', judgedBy: { name: '孫評量' }, stands: true },
        { decision: 'accepted', judgedBy: { name: '陳評量' }, stands: true },
      ];
      expect(await history(id)).toMatchObject(told);
      const { body } = await assessor.get(`/assessments/${assessmentId}/judgements?claimId=${id}`).expect(200);
      expect(body.items).toEqual(await history(id));
      const first = await assessor.get(`/assessments/${assessmentId}/judgements?claimId=${id}&limit=1`).expect(200);
      expect(first.body.items).toMatchObject([told[0]]);
      const rest = await assessor.get(
        `/assessments/${assessmentId}/judgements?claimId=${id}&limit=2&cursor=${first.body.next}`,
      );
      expect(rest.body.items).toMatchObject(told.slice(1));
      expect(rest.body.next).toBeNull();
    });

    it('paged without loss or repetition, even where many were given at one moment', async () => {
      const { ids } = await claimed(['1.1', '1.2', '2.1', '2.2', 'KA1', 'KA2', 'S01']);
      await judge(assessor, ...ids.map(accept)).expect(201);
      const total = (await assessor.get(`/assessments/${assessmentId}/judgements?limit=200`).expect(200)).body.items;
      const paged: unknown[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: string = `limit=3${cursor && `&cursor=${cursor}`}`;
        const { body } = await assessor.get(`/assessments/${assessmentId}/judgements?${query}`).expect(200);
        paged.push(...body.items);
        cursor = body.next;
      }
      expect(paged).toEqual(total);
      await assessor.get(`/assessments/${assessmentId}/judgements?cursor=AAAA`).expect(400);
    });

    it('that the candidate may read and a stranger may not', async () => {
      const id = await claim();
      await judge(assessor, reject(id, '看不出是誰做的')).expect(201);
      expect(await history(id, candidate)).toMatchObject([{ reason: '看不出是誰做的' }]);
      for (const by of [candidate, verifier, world.operator]) {
        await by.get(`/assessments/${assessmentId}/judgements`).expect(200);
      }
      await stranger.get(`/claims/${id}/judgements`).expect(404);
      await stranger.get(`/assessments/${assessmentId}/judgements`).expect(404);
      await assessor.get(`/claims/${randomUUID()}/judgements`).expect(404);
    });

    it('that the database itself keeps from being rewritten', async () => {
      const [{ id }] = (await judge(assessor, accept(await claim())).expect(201)).body;
      const db = world.app.get(Database);
      await expect(db.write((tx) => tx.update(Judgement, { id }, { decision: 'rejected' }))).rejects.toThrow(
        /append-only/,
      );
      await expect(db.write((tx) => tx.delete(Judgement, { id }))).rejects.toThrow(/append-only/);
    });
  });
});
