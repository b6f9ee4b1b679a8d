import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Database } from '../src/database/database.js';
import { newId } from '../src/common/ids.js';
import { checkIntegrity } from '../src/integrity/check.js';
import { looking } from '../src/integrity/open.js';
import { PlanAcknowledgement } from '../src/plans/plan-acknowledgement.entity.js';
import { Plan } from '../src/plans/plan.entity.js';
import { verifyChain } from '../src/audit/audit.js';
import { loadPlans } from '../src/sufficiency/load-plans.js';
import { type Enrolled, enrolled } from './factories/enrolled.js';
import { countQueries } from './support/count-queries.js';
import { type Persona, World } from './world.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

const own = {
  key: 'X1',
  name: '模擬客訴處理',
  source: 'own',
  reason: '評量期間沒有真實客訴',
  needsAllOf: [['demonstration', 'observation']],
};
const fromDocument = { key: 'M2', source: 'document', needsAllOf: [] };
const advised = { key: 'M4', source: 'guide', needsAllOf: [['oral_question_record', 'written_response']] };
const methods = [fromDocument, advised, own];
const acknowledged = { privacyNoticeAcknowledged: true };

describe('the assessment plan', () => {
  let world: World;
  let candidate: Persona;
  let assessor: Persona;
  let second: Persona;
  let stranger: Persona;
  let unit: Enrolled;
  beforeAll(async () => {
    world = await World.open();
    unit = await enrolled(world);
    ({ candidate, assessor } = unit);
    second = await world.person('李評量', ['assessor']);
    await assign(unit.assessmentId, second);
    const other = await world.operator.post('/training-bodies', { name: '另一機構' }).expect(201);
    stranger = await world.person('外人', ['administrator', 'assessor', 'candidate'], other.body.id);
  });
  afterAll(() => world?.close());

  const assign = (assessmentId: string, { id }: Persona, duty = 'assessor') =>
    world.operator.post(`/assessments/${assessmentId}/assignments`, { userId: id, duty }).expect(201);
  const plans = (assessmentId: string) => `/assessments/${assessmentId}/plans`;
  const make = async (at: Enrolled, input: object = {}, by = at.assessor): Promise<Row> => {
    const { body } = await by.get(plans(at.assessmentId)).expect(200);
    const basedOnVersion = body.items[0]?.version ?? 0;
    return (await by.post(plans(at.assessmentId), { basedOnVersion, methods, ...input }).expect(201)).body;
  };
  const acknowledge = (plan: Row, by: Persona, input: object = {}) =>
    by.post(`/plans/${plan.id}/acknowledgement`, { contentSha256: plan.contentSha256, ...acknowledged, ...input });
  const findings = async ({ assessmentId, assessor: by }: Enrolled, rule: string): Promise<string[]> => {
    const { body } = await by.get(`/assessments/${assessmentId}/coverage`).expect(200);
    return [...body.findings, ...body.warnings].filter((row: Row) => row.rule === rule).map((row: Row) => row.problem);
  };
  const submit = async ({ assessmentId, candidate: by }: Enrolled): Promise<string> => {
    const { body } = await by
      .upload(`/assessments/${assessmentId}/evidence`)
      .field('title', '客訴紀錄')
      .attach('files', Buffer.from(randomUUID()), '紀錄.txt')
      .expect(201);
    return body.id;
  };

  describe('the proposal', () => {
    const proposal = async ({ assessmentId, assessor: by }: Enrolled): Promise<Row> =>
      (await by.get(`/assessments/${assessmentId}/plan/proposal`).expect(200)).body;

    it('has every method of the unit with what the guide advises, every context unanswered, and the lead for the whole', async () => {
      const body = await proposal(unit);
      expect(body.methods.map(({ key, source }: Row) => `${key} ${source}`)).toEqual(
        [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `M${number} guide`),
      );
      expect(body.methods[3]).toMatchObject({
        needsAllOf: [['oral_question_record', 'written_response']],
        reason: null,
      });
      expect(body.methods[0].name).toContain('直接提問');
      expect(body.contexts.length).toBeGreaterThan(0);
      expect(new Set(body.contexts.map(({ available }: Row) => available))).toEqual(new Set([null]));
      expect(body.parts).toEqual([{ userId: assessor.id, refs: [] }]);
      expect(body).toMatchObject({ adjustments: [], note: null });
      expect(body.privacyNotice).toContain('個人資料保護法');
    });

    it('can be sent back as it is', async () => {
      const other = await enrolled(world);
      const { privacyNotice, ...body } = await proposal(other);
      const made = (await other.assessor.post(plans(other.assessmentId), body).expect(201)).body;
      const { basedOnVersion, ...content } = body;
      expect(basedOnVersion).toBe(0);
      expect(made).toMatchObject({ ...content, version: 1, privacyNotice });
      expect((await proposal(other)).basedOnVersion).toBe(1);
    });

    it('of a standard, which names no methods, leaves them to the assessor', async () => {
      const standard = await enrolled(world, 'BAS4222-002v2');
      expect(await proposal(standard)).toMatchObject({ methods: [], contexts: [], basedOnVersion: 0 });
      const made = await make(standard, { methods: [own], parts: [{ userId: standard.assessor.id, refs: ['T1.2'] }] });
      expect(made).toMatchObject({ guideSha256: null, parts: [{ refs: ['T1.2'] }] });
    });
  });

  describe('a version', () => {
    it('says all that was planned, in the document’s own words, with every context, and what its hash is of', async () => {
      const plan = await make(unit, {
        contexts: [{ ref: 'CR2', available: false, reason: '系統汰換中，以匯出的資料代替' }],
        adjustments: [
          { id: 'A1', what: '提問', changed: '改以書面進行' },
          { what: '時間', changed: '延長三十分鐘' },
        ],
        parts: [
          { userId: assessor.id, refs: [] },
          { userId: second.id.toUpperCase(), refs: ['E2', '3.1'] },
        ],
        note: '  第三次到場時補看。\u0000 ',
      });
      expect(plan.methods[0]).toEqual({ ...fromDocument, name: expect.stringContaining('原則'), reason: null });
      expect(plan.methods[2]).toEqual(own);
      expect(plan.contexts.slice(0, 2)).toEqual([
        { ref: 'CR1', available: null, reason: null },
        { ref: 'CR2', available: false, reason: '系統汰換中，以匯出的資料代替' },
      ]);
      expect(plan.adjustments.map(({ id }: Row) => id)).toEqual(['A1', 'A2']);
      expect(plan.parts[1]).toEqual({ userId: second.id, refs: ['E2', '3.1'] });
      expect(plan.note).toBe('第三次到場時補看。');
      expect(plan).toMatchObject({
        madeBy: { id: assessor.id, name: '陳評量' },
        settingsVersion: 0,
        acknowledgements: [],
      });
      expect(plan.guideSha256).toMatch(/^[0-9a-f]{64}$/);
      const { methods, contexts, adjustments, parts, note, privacyNotice } = plan;
      const covered = canonicalize({ methods, contexts, adjustments, parts, note, privacyNotice })!;
      expect(plan.contentSha256).toBe(createHash('sha256').update(covered).digest('hex'));
      expect((await candidate.get(`/plans/${plan.id.toUpperCase()}`).expect(200)).body.contentSha256).toBe(
        plan.contentSha256,
      );
    });

    it('goes by the document’s name of its method, whatever else is sent', async () => {
      const plan = await make(unit, { methods: [{ ...fromDocument, name: '別的名字' }] });
      expect(plan.methods[0].name).toContain('原則');
    });

    it('shows who assesses with their declarations, and to the candidate not why there is a conflict', async () => {
      const at = await enrolled(world);
      const verifier = await world.person('吳審查', ['verifier']);
      await assign(at.assessmentId, verifier, 'verifier');
      const declared = { conflict: true, statement: '受評者是我的外甥女' };
      await at.assessor.post(`/assessments/${at.assessmentId}/interest-declarations`, declared).expect(201);
      const { id } = await make(at);
      const people = async (by: Persona) => (await by.get(`/plans/${id}`).expect(200)).body.people;
      expect(await people(verifier)).toEqual([
        {
          id: at.assessor.id,
          name: '陳評量',
          duties: ['lead_assessor'],
          interest: { declaredAt: expect.any(String), ...declared },
        },
        { id: verifier.id, name: '吳審查', duties: ['verifier'], interest: null },
      ]);
      expect((await people(at.candidate))[0].interest).toMatchObject({ conflict: true, statement: null });
      const listed = await at.candidate.get(plans(at.assessmentId)).expect(200);
      expect(listed.text).not.toContain('外甥女');
    });

    it('names those who had a part even after their duty ended', async () => {
      const at = await enrolled(world);
      const { assignments } = (await assign(at.assessmentId, second)).body;
      const { id: ended } = assignments.find(({ person }: Row) => person.id === second.id);
      const { id } = await make(at, { parts: [{ userId: second.id, refs: ['1.1'] }] });
      await world.operator.post(`/assessments/${at.assessmentId}/assignments/${ended}/ending`).expect(204);
      const { people } = (await at.assessor.get(`/plans/${id}`).expect(200)).body;
      expect(people).toContainEqual(expect.objectContaining({ id: second.id, name: '李評量', duties: [] }));
    });

    it.each<[string, object, string, string]>([
      ['without a method', { methods: [] }, 'methods', 'arrayMinSize'],
      ['with 51 methods', { methods: Array(51).fill(own) }, 'methods', 'arrayMaxSize'],
      ['with a method twice', { methods: [own, own] }, 'methods.1.key', 'isUnique'],
      ['with a method nobody has', { methods: [{ ...fromDocument, key: 'M9' }] }, 'methods.0.key', 'isKnownMethod'],
      ['with a criterion as method', { methods: [{ ...fromDocument, key: '1.1' }] }, 'methods.0.key', 'isKnownMethod'],
      [
        'with its own method under the document’s key',
        { methods: [{ ...own, key: 'M1' }] },
        'methods.0.key',
        'matches',
      ],
      [
        'with its own method without a reason',
        { methods: [{ ...own, reason: ' ' }] },
        'methods.0.reason',
        'isNotEmpty',
      ],
      ['with its own method without a name', { methods: [{ ...own, name: null }] }, 'methods.0.name', 'isNotEmpty'],
      ['with a source unheard of', { methods: [{ ...own, source: 'hearsay' }] }, 'methods.0.source', 'isIn'],
      [
        'that asks for a form nobody knows',
        { methods: [{ ...own, needsAllOf: [['hologram']] }] },
        'methods.0.needsAllOf',
        'isNeeds',
      ],
      [
        'that asks for a choice of nothing',
        { methods: [{ ...own, needsAllOf: [[]] }] },
        'methods.0.needsAllOf',
        'isNeeds',
      ],
      [
        'that asks for no list',
        { methods: [{ ...own, needsAllOf: 'observation' }] },
        'methods.0.needsAllOf',
        'isNeeds',
      ],
      [
        'that asks for a word of JavaScript',
        { methods: [{ ...own, needsAllOf: [['toString']] }] },
        'methods.0.needsAllOf',
        'isNeeds',
      ],
      [
        'that asks for too much',
        { methods: [{ ...own, needsAllOf: Array(11).fill(['text']) }] },
        'methods.0.needsAllOf',
        'isNeeds',
      ],
      [
        'with a context that is none',
        { contexts: [{ ref: 'M1', available: true }] },
        'contexts.0.ref',
        'isKnownTarget',
      ],
      ['with a context twice', { contexts: [{ ref: 'CR1' }, { ref: 'CR1' }] }, 'contexts.1.ref', 'isUnique'],
      ['with a maybe', { contexts: [{ ref: 'CR1', available: 'maybe' }] }, 'contexts.0.available', 'isBoolean'],
      [
        'that adjusts nothing in words',
        { adjustments: [{ what: '提問', changed: ' ' }] },
        'adjustments.0.changed',
        'isNotEmpty',
      ],
      [
        'with an adjustment twice',
        {
          adjustments: [
            { id: 'a', what: '甲', changed: '乙' },
            { id: 'a', what: '丙', changed: '丁' },
          ],
        },
        'adjustments.1.id',
        'isUnique',
      ],
      ['that gives a part to nobody’s id', { parts: [{ userId: 'x', refs: [] }] }, 'parts.0.userId', 'isUuid'],
      [
        'that gives a part to a person who does not assess',
        { parts: [{ userId: randomUUID(), refs: [] }] },
        'parts.0.userId',
        'isAssessor',
      ],
      ['based on no version', { basedOnVersion: undefined }, 'basedOnVersion', 'isNotEmpty'],
      ['based on less than nothing', { basedOnVersion: -1 }, 'basedOnVersion', 'min'],
      ['with a field nobody asked for', { approved: true }, 'approved', 'whitelistValidation'],
    ])('is refused %s', async (_, input, field, rule) => {
      const body = { basedOnVersion: 0, methods: [own], ...input };
      const answer = await assessor.post(plans(unit.assessmentId), body).expect(400);
      expect(answer.body.errors).toContainEqual(expect.objectContaining({ field, rule }));
    });

    it.each<[string, () => Row, string]>([
      ['to the candidate', () => ({ userId: candidate.id, refs: [] }), 'parts.0.userId'],
      ['for knowledge, which follows its criteria', () => ({ userId: assessor.id, refs: ['K01'] }), 'parts.0.refs.0'],
      ['twice over', () => ({ userId: assessor.id, refs: ['1.1', '1.1'] }), 'parts.0.refs.1'],
    ])('gives no part %s', async (_, part, field) => {
      const input = { basedOnVersion: 0, methods: [own], parts: [part()] };
      const { body } = await assessor.post(plans(unit.assessmentId), input).expect(400);
      expect(body.errors.map((fault: Row) => fault.field)).toEqual([field]);
    });

    it('takes no advice where there is no guide', async () => {
      const input = { basedOnVersion: 0, methods: [{ ...advised, key: 'M1' }] };
      const standard = await enrolled(world, 'BAS4222-002v2');
      const { body } = await standard.assessor.post(plans(standard.assessmentId), input).expect(400);
      expect(body.errors[0]).toMatchObject({ field: 'methods.0.key', rule: 'isKnownMethod' });
    });
  });

  describe('versions', () => {
    it('follow each other, the newest first, and the earlier ones stay as they were', async () => {
      const at = await enrolled(world);
      const first = await make(at);
      await acknowledge(first, at.candidate).expect(200);
      const latest = await make(at, { note: '改在門市進行' });
      const { items, next } = (await at.candidate.get(`${plans(at.assessmentId)}?limit=1`).expect(200)).body;
      expect(items).toMatchObject([{ id: latest.id, version: 2, note: '改在門市進行', acknowledgements: [] }]);
      const { body } = await at.candidate.get(`${plans(at.assessmentId)}?limit=1&cursor=${next}`).expect(200);
      const named = { ...first, people: undefined, acknowledgements: [expect.objectContaining({ name: '林小美' })] };
      expect(body.items).toEqual([named]);
      expect(body.next).toBeNull();
    });

    it('do not overwrite what another editor has not seen', async () => {
      const at = await enrolled(world);
      await assign(at.assessmentId, second);
      const both = [at.assessor, second].map((by) =>
        by.post(plans(at.assessmentId), { basedOnVersion: 0, methods, note: by.name }),
      );
      const answers = await Promise.all(both);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
      expect(answers.find(({ status }) => status === 412)!.body.code).toBe('precondition_failed');
      await at.assessor.post(plans(at.assessmentId), { basedOnVersion: 5, methods }).expect(412);
      expect((await at.assessor.get(plans(at.assessmentId)).expect(200)).body.items).toHaveLength(1);
    });

    it('sent twice under one id are one, and nothing else goes under that id', async () => {
      const at = await enrolled(world);
      const input = { id: randomUUID(), basedOnVersion: 0, methods, adjustments: [{ what: '時間', changed: '延長' }] };
      const first = await at.assessor.post(plans(at.assessmentId), input).expect(201);
      const again = await at.assessor
        .post(plans(at.assessmentId), { ...input, id: input.id.toUpperCase() })
        .expect(200);
      expect(again.body).toEqual(first.body);
      const other = await enrolled(world);
      await other.assessor.post(plans(other.assessmentId), input).expect(409);
      const changed = { ...input, note: '別的內容' };
      expect((await at.assessor.post(plans(at.assessmentId), changed).expect(409)).body.code).toBe('already_exists');
      expect((await at.assessor.get(plans(at.assessmentId)).expect(200)).body.items).toHaveLength(1);
    });

    it('each carry the privacy notice of their time', async () => {
      const at = await enrolled(world);
      const before = await make(at);
      await world.changeSettings({ privacyNotice: '新的告知事項。' });
      const after = await make(at);
      expect(after).toMatchObject({ privacyNotice: '新的告知事項。', settingsVersion: 1 });
      expect(after.contentSha256).not.toBe(before.contentSha256);
      const { body } = await at.candidate.get(`/plans/${before.id}`).expect(200);
      expect(body).toMatchObject({ privacyNotice: before.privacyNotice, settingsVersion: 0 });
    });
  });

  describe('an acknowledgement', () => {
    it('is the candidate’s word on what they were shown, once, and the same again', async () => {
      const at = await enrolled(world);
      const plan = await make(at);
      const { body } = await acknowledge(plan, at.candidate).expect(200);
      expect(body.acknowledgements).toEqual([
        {
          id: expect.any(String),
          userId: at.candidate.id,
          name: '林小美',
          contentSha256: plan.contentSha256,
          acknowledgedAt: expect.any(String),
        },
      ]);
      expect((await acknowledge(plan, at.candidate).expect(200)).body).toEqual(body);
    });

    it('is not for a version that was not shown, nor without the privacy notice', async () => {
      const at = await enrolled(world);
      const plan = await make(at);
      const wrong = await acknowledge(plan, at.candidate, { contentSha256: 'f'.repeat(64) }).expect(412);
      expect(wrong.body.code).toBe('precondition_failed');
      for (const input of [{ privacyNoticeAcknowledged: false }, { privacyNoticeAcknowledged: undefined }]) {
        const { body } = await acknowledge(plan, at.candidate, input).expect(400);
        expect(body.errors[0].field).toBe('privacyNoticeAcknowledged');
      }
      await acknowledge(plan, at.candidate, { contentSha256: ['a'] }).expect(400);
      const { acknowledgements } = (await at.candidate.get(`/plans/${plan.id}`).expect(200)).body;
      expect(acknowledgements).toEqual([]);
    });

    it('is only for the version that holds, and stays once given', async () => {
      const at = await enrolled(world);
      const [first, seen] = [await make(at), await make(at, { note: '二' })];
      expect((await acknowledge(first, at.candidate).expect(409)).body.code).toBe('plan_superseded');
      await acknowledge(seen, at.candidate).expect(200);
      await make(at, { note: '三' });
      expect((await acknowledge(seen, at.candidate).expect(200)).body.acknowledgements).toHaveLength(1);
    });

    it('is nobody else’s, and a candidate makes no plan', async () => {
      const plan = await make(unit);
      await acknowledge(plan, assessor).expect(403);
      await acknowledge(plan, world.operator).expect(403);
      await acknowledge(plan, stranger).expect(404);
      await stranger.get(`/plans/${plan.id}`).expect(404);
      await stranger.get(plans(unit.assessmentId)).expect(404);
      const input = { basedOnVersion: plan.version, methods };
      await candidate.post(plans(unit.assessmentId), input).expect(403);
      await candidate.get(`/assessments/${unit.assessmentId}/plan/proposal`).expect(403);
      await world.operator.post(plans(unit.assessmentId), input).expect(403);
      await stranger.post(plans(unit.assessmentId), input).expect(404);
      await acknowledge({ id: randomUUID(), contentSha256: plan.contentSha256 }, candidate).expect(404);
    });
  });

  describe('before the rules', () => {
    it('warns while there is no plan, while it is not acknowledged, and no more once it is', async () => {
      const at = await enrolled(world);
      expect(await findings(at, 'P2')).toEqual(['plan_absent']);
      const plan = await make(at);
      expect(await findings(at, 'P2')).toEqual(['plan_unacknowledged']);
      await acknowledge(plan, at.candidate).expect(200);
      await submit(at);
      expect(await findings(at, 'P2')).toEqual([]);
      await make(at, { note: '改期' });
      expect(await findings(at, 'P2')).toEqual(['plan_unacknowledged']);
    });

    it('warns where evidence came before the acknowledgement', async () => {
      const at = await enrolled(world);
      const plan = await make(at);
      await submit(at);
      await acknowledge(plan, at.candidate).expect(200);
      expect(await findings(at, 'P2')).toEqual(['plan_acknowledged_late']);
    });

    it('warns of contexts until each is there or has a reason, and of an adjustment that names a diagnosis', async () => {
      const at = await enrolled(world);
      const { contexts } = await make(at, { adjustments: [{ what: '時間', changed: '因憂鬱症延長' }] });
      expect(await findings(at, 'V5')).toEqual(['contexts_unconfirmed']);
      expect(await findings(at, 'P3')).toEqual(['adjustment_names_diagnosis']);
      const answered = contexts.map(({ ref }: Row, i: number) =>
        i === 0 ? { ref, available: false, reason: '以匯出的資料代替' } : { ref, available: true },
      );
      await make(at, { contexts: answered, adjustments: [{ what: '時間', changed: '延長三十分鐘' }] });
      expect(await findings(at, 'V5')).toEqual([]);
      expect(await findings(at, 'P3')).toEqual([]);
    });

    it('is the version that held at the moment that is measured, for many assessments in as many queries as for one', async () => {
      const measured = [];
      for (let i = 0; i < 3; i += 1) {
        const at = await enrolled(world);
        const first = await make(at);
        const { body } = await acknowledge(first, at.candidate).expect(200);
        measured.push({ id: at.assessmentId, at: body.acknowledgements[0].acknowledgedAt as string });
        await make(at, { contexts: [{ ref: 'CR1', available: true }] });
      }
      const bare = { id: (await enrolled(world)).assessmentId, at: world.clock.instant() };
      const { read } = world.app.get(Database);
      const [one, ...rest] = measured;
      const now = rest.map(({ id }) => ({ id, at: world.clock.instant() }));
      let facts = new Map();
      const many = await countQueries(world, async () => (facts = await loadPlans(read, [one!, ...now, bare])));
      expect(await countQueries(world, () => loadPlans(read, [bare]))).toBe(many);
      expect(facts.get(one!.id)).toMatchObject({ version: 1, contexts: [], acknowledgedAt: one!.at });
      expect(facts.get(now[0]!.id)).toMatchObject({
        version: 2,
        contexts: [{ ref: 'CR1', available: true, reason: null }],
        acknowledgedAt: null,
        firstAcknowledgedAt: measured[1]!.at,
      });
      expect(facts.has(bare.id)).toBe(false);
      const before = await loadPlans(read, [{ id: one!.id, at: '2020-01-01T00:00:00.000Z' }]);
      expect(before.size).toBe(0);
    });
  });

  describe('in claims', () => {
    const claim = (at: Enrolled, claims: object[], by = at.candidate) =>
      by.post(`/assessments/${at.assessmentId}/claims`, { claims });

    it('a method of the plan’s own can be named as long as the latest version has it', async () => {
      const at = await enrolled(world);
      const itemId = await submit(at);
      await claim(at, [{ itemId, targetRef: '1.1', method: 'X1' }]).expect(400);
      await make(at);
      const { body } = await claim(at, [{ itemId, targetRef: '1.1', method: 'X1' }]).expect(201);
      expect(body[0]).toMatchObject({ method: 'X1', methodReason: null });
      const wrong = await claim(at, [{ itemId, targetRef: '1.2', method: 'X2' }]).expect(400);
      expect(wrong.body.errors[0]).toMatchObject({ field: 'claims.0.method', rule: 'isIn' });
      await make(at, { methods: [fromDocument] });
      await claim(at, [{ itemId, targetRef: '1.2', method: 'X1' }]).expect(400);
      await claim(at, [{ itemId, targetRef: '1.2', method: 'M8' }]).expect(201);
    });

    it('a method outside the plan says why, and saying so later is another claim', async () => {
      const at = await enrolled(world);
      const itemId = await submit(at);
      await make(at);
      const bare = { itemId, targetRef: '1.1', method: 'M7' };
      const reasoned = { ...bare, methodReason: '成果數據已經有了' };
      const [without] = (await claim(at, [bare]).expect(201)).body;
      expect(await findings(at, 'V4')).toEqual(['method_unplanned']);
      const [made] = (await claim(at, [reasoned]).expect(201)).body;
      expect(made).toMatchObject({ method: 'M7', methodReason: '成果數據已經有了' });
      expect((await claim(at, [reasoned]).expect(201)).body[0].id).toBe(made.id);
      await at.candidate.post(`/claims/${without.id}/withdrawal`).expect(200);
      expect(await findings(at, 'V4')).toEqual([]);
      await claim(at, [{ ...bare, methodReason: 'x'.repeat(2001) }]).expect(400);
    });

    it('an observation can be by a method of the plan’s own', async () => {
      const at = await enrolled(world);
      const id = randomUUID();
      const path = `/assessments/${at.assessmentId}/observations/${id}`;
      const observed = {
        startedAt: '2026-03-01T09:00:00+08:00',
        place: '信義門市',
        method: 'X1',
        outcomes: [{ ref: '1.1', outcome: 'shown' }],
      };
      await at.assessor.put(path, observed).expect(400);
      await make(at);
      await at.assessor.put(path, observed).expect(201);
      const { body } = await at.assessor.post(`/observations/${id}/signature`, {}).expect(200);
      expect(body.claims).toMatchObject([{ targetRef: '1.1', method: 'X1' }]);
    });
  });

  describe('after the verdict', () => {
    const notYet = {
      outcome: 'not_yet_competent',
      reasons: '尚無證據。',
      gaps: [{ text: '尚未觀察' }],
      feedback: '已有進展。',
      nextStep: '補上觀察。',
    };

    it('stays as it was, and the record has it word for word', async () => {
      const at = await enrolled(world);
      const contexts = [{ ref: 'CR1', available: false, reason: '停用' }];
      const adjustments = [{ what: '提問', changed: '改以書面進行' }];
      const parts = [{ userId: at.assessor.id, refs: ['E1'] }];
      const plan = await make(at, { contexts, adjustments, parts, note: '分兩次' });
      await acknowledge(plan, at.candidate).expect(200);
      const { body: verdict } = await at.assessor.post(`/assessments/${at.assessmentId}/verdicts`, notYet).expect(201);
      const { body: record } = await at.candidate.get(`/verdicts/${verdict.id}/record`).expect(200);
      expect(record.plan).toEqual({
        version: 1,
        madeBy: { id: at.assessor.id, name: '陳評量' },
        madeAt: plan.madeAt,
        acknowledgedAt: expect.any(String),
        firstAcknowledgedAt: expect.any(String),
        methods: plan.methods.map(({ key, ...method }: Row) => ({ code: key, ...method })),
        contexts: plan.contexts,
        adjustments,
        parts: [{ assessor: { id: at.assessor.id, name: '陳評量' }, refs: ['E1'] }],
        note: '分兩次',
        contentSha256: plan.contentSha256,
      });
      const again = await at.assessor.post(plans(at.assessmentId), { basedOnVersion: 1, methods }).expect(409);
      expect(again.body.code).toBe('assessment_decided');
      await acknowledge(plan, at.candidate).expect(200);
    });

    it('cannot be acknowledged any more', async () => {
      const at = await enrolled(world);
      const plan = await make(at);
      await at.assessor.post(`/assessments/${at.assessmentId}/verdicts`, notYet).expect(201);
      expect((await acknowledge(plan, at.candidate).expect(409)).body.code).toBe('assessment_decided');
    });
  });

  it('is found where it was put in or changed behind the server’s back', async () => {
    const db = world.app.get(Database);
    const at = await enrolled(world);
    const { id } = await make(at);
    const plan = (await db.read.findOneBy(Plan, { id }))!;
    const problems = async () =>
      (await looking(world.config, checkIntegrity)).problems.map(({ kind, subject }) => [kind, subject]);
    expect(await problems()).toEqual([]);
    const forged = { ...plan, id: newId(), version: 2 };
    const word = { id: newId(), planId: forged.id, userId: at.candidate.id, contentSha256: 'f'.repeat(64) };
    await db.write(async (tx) => {
      await tx.insert(Plan, forged);
      await tx.insert(PlanAcknowledgement, { ...word, acknowledgedAt: world.clock.instant() });
    });
    expect(await problems()).toEqual([
      ['audit_untold', `plans/${forged.id}`],
      ['audit_untold', `plan_acknowledgements/${word.id}`],
      ['plan_differs', `plans/${forged.id}`],
    ]);
  });

  it('leaves the audit chain whole, with hashes and no words', async () => {
    const db = world.app.get(Database);
    expect(await verifyChain(db.read)).toMatchObject({ broken: [] });
    const rows = await db.read.sql<{ action: string; data: string }[]>`
      SELECT action, data FROM audit_entries WHERE action LIKE 'plan.%'`;
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['plan.made', 'plan.acknowledged']));
    expect(rows.map(({ data }) => data).join('')).not.toMatch(/模擬|延長|書面/);
  });
});
