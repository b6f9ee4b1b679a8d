import { randomUUID } from 'node:crypto';
import { checkIntegrity } from '../src/integrity/check.js';
import { looking } from '../src/integrity/open.js';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

const opened = { place: '信義門市', startedAt: '2026-03-01T09:00:00+08:00', note: '三人同場觀察週日尖峰。' };
const record = { startedAt: '2026-03-01T09:00:00+08:00', place: '信義門市' };
const seen = (outcomes: Record<string, string>) => Object.entries(outcomes).map(([ref, outcome]) => ({ ref, outcome }));
const most = { '1.1': 'shown', '1.2': 'shown', KA1: 'not_shown' };

describe('sittings', () => {
  let world: World;
  let candidate: Persona;
  let lead: Persona;
  let second: Persona;
  let third: Persona;
  let verifier: Persona;
  let assessmentId: string;
  beforeAll(async () => {
    world = await World.open();
    ({ candidate, assessor: lead, assessmentId } = await enrolled(world));
    [second, third] = [await assessing('李評量'), await assessing('王評量')];
    verifier = await world.person('吳審查', ['verifier']);
    await assign(verifier, 'verifier');
  });
  afterAll(() => world?.close());

  const assign = async ({ id: userId }: Persona, duty = 'assessor') =>
    (await world.operator.post(`/assessments/${assessmentId}/assignments`, { userId, duty }).expect(201)).body as Row;
  const assessing = async (name: string) => {
    const person = await world.person(name, ['assessor']);
    const qualification = { userId: person.id, title: '職能評量師', validFrom: '2024-01-01' };
    await world.operator.post(`/training-bodies/${world.bodyId}/qualifications`, qualification).expect(201);
    await assign(person);
    const interest = { conflict: false, statement: '無' };
    await person.post(`/assessments/${assessmentId}/interest-declarations`, interest).expect(201);
    return person;
  };

  const open = async (change: object = {}): Promise<string> =>
    (await lead.post(`/assessments/${assessmentId}/sittings`, { ...opened, ...change }).expect(201)).body.id;
  const join = async (by: Persona, sittingId: string, outcomes: Record<string, string> = most, change: object = {}) => {
    const id = randomUUID();
    const input = { ...record, sittingId, outcomes: seen(outcomes), ...change };
    await by.put(`/assessments/${assessmentId}/observations/${id}`, input).expect(201);
    return id;
  };
  const sign = async (by: Persona, id: string) =>
    (await by.post(`/observations/${id}/signature`, {}).expect(200)).body as Row;
  /** The lead did not see 1.2; the others did, the third first. */
  const watched = async () => {
    const sittingId = await open();
    const own = await join(lead, sittingId, { ...most, '1.2': 'not_shown' });
    const other = await join(second, sittingId, most, { method: 'M2' });
    const early = await join(third, sittingId, { '1.1': 'shown', '1.2': 'shown' }, { method: 'M1' });
    for (const [by, id] of [
      [third, early],
      [second, other],
      [lead, own],
    ] as const)
      await sign(by, id);
    return { sittingId, own, other, early };
  };
  const conclusion = {
    outcomes: [
      { ref: '1.1', outcome: 'shown' },
      { ref: '1.2', outcome: 'shown', reason: '主評量者當時在櫃檯另一側。' },
      { ref: 'KA1', outcome: 'not_shown' },
    ],
    notes: '三人討論後一致同意。',
  };
  const conclude = (sittingId: string, change: object = {}, by = lead) =>
    by.post(`/sittings/${sittingId}/conclusion`, { ...conclusion, ...change });
  const find = async (sittingId: string, by = lead) => (await by.get(`/sittings/${sittingId}`).expect(200)).body as Row;
  const list = async (by = lead): Promise<Row[]> =>
    (await by.get(`/assessments/${assessmentId}/sittings?limit=200`).expect(200)).body.items;
  const claimsOn = async (...ids: string[]): Promise<Row[]> => {
    const pages = await Promise.all(ids.map((id) => lead.get(`/assessments/${assessmentId}/claims?itemId=${id}`)));
    return pages.flatMap(({ body }) => body.items);
  };
  const revision = async () => (await lead.get(`/assessments/${assessmentId}`)).body.revision as number;

  describe('when opened', () => {
    it('say where, when and by whom, and are there once however often they are sent', async () => {
      const id = randomUUID();
      const path = `/assessments/${assessmentId}/sittings`;
      const first = await second.post(path, { ...opened, id }).expect(201);
      expect(first.body).toMatchObject({
        id,
        assessmentId,
        place: '信義門市',
        startedAt: '2026-03-01T01:00:00.000Z',
        endedAt: null,
        openedBy: { id: second.id, name: '李評量' },
        observers: [],
        targets: [],
        concluded: false,
        conclusion: null,
      });
      const before = await revision();
      expect((await second.post(path, { ...opened, id: id.toUpperCase() }).expect(200)).body).toEqual(first.body);
      expect(await revision()).toBe(before);
      const foreign = await lead.post(path, { ...opened, id }).expect(409);
      expect(foreign.body.code).toBe('already_exists');
    });

    it('are opened beforehand as well, for those who take them along', async () => {
      const startedAt = '2026-12-05T01:00:00.000Z';
      const { body } = await lead.post(`/assessments/${assessmentId}/sittings`, { ...opened, startedAt }).expect(201);
      expect(body).toMatchObject({ startedAt, concluded: false });
    });

    it.each<[string, object, string]>([
      ['no place', { place: ' ' }, 'place'],
      ['an end before the start', { endedAt: '2026-03-01T08:00:00+08:00' }, 'endedAt'],
      ['an id that is none', { id: 'x' }, 'id'],
      ['a note without end', { note: '長'.repeat(5001) }, 'note'],
      ['a conclusion of its own', { concluded: true }, 'concluded'],
    ])('are refused with %s', async (_, change, field) => {
      const { body } = await lead.post(`/assessments/${assessmentId}/sittings`, { ...opened, ...change }).expect(400);
      expect(body.errors.map((e: Row) => e.field)).toEqual([field]);
    });

    it('are listed in pages in the order they were opened', async () => {
      const made = [await open(), await open(), await open()];
      const ids: string[] = [];
      for (let query = '?limit=2'; query;) {
        const { body } = await lead.get(`/assessments/${assessmentId}/sittings${query}`).expect(200);
        ids.push(...body.items.map((one: Row) => one.id));
        query = body.next ? `?limit=2&cursor=${body.next}` : '';
      }
      expect(ids.slice(-3)).toEqual(made);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  describe('while observed', () => {
    it('have one record of each observer, who may start over after taking theirs back', async () => {
      const sittingId = await open();
      const id = await join(second, sittingId);
      const again = { ...record, sittingId, outcomes: seen(most) };
      const path = `/assessments/${assessmentId}/observations`;
      await second.put(`${path}/${id}`, again).expect(200);
      const { body } = await second.put(`${path}/${randomUUID()}`, again).expect(409);
      expect(body.code).toBe('sitting_observed');
      await second.post(`/evidence/${id}/withdrawal`, { reason: '重寫' }).expect(200);
      await join(second, sittingId);
      expect((await find(sittingId)).observers).toHaveLength(2);
    });

    it('are joined and left while a record is a draft', async () => {
      const sittingId = await open();
      const id = await join(second, sittingId);
      const path = `/assessments/${assessmentId}/observations/${id}`;
      const alone = { ...record, outcomes: seen(most) };
      const left = await second.put(path, alone).set('If-Match', '"1"').expect(200);
      expect(left.body.sittingId).toBeNull();
      expect((await find(sittingId)).observers).toEqual([]);
      await second
        .put(path, { ...alone, sittingId: sittingId.toUpperCase() })
        .set('If-Match', '"2"')
        .expect(200);
      expect((await find(sittingId)).observers).toMatchObject([{ observationId: id, signedAt: null }]);
    });

    it('of another assessment, or nowhere, cannot be joined', async () => {
      const elsewhere = await enrolled(world);
      const there = await elsewhere.assessor
        .post(`/assessments/${elsewhere.assessmentId}/sittings`, opened)
        .expect(201);
      for (const sittingId of [there.body.id, randomUUID()]) {
        const input = { ...record, sittingId, outcomes: seen(most) };
        const { body } = await lead.put(`/assessments/${assessmentId}/observations/${randomUUID()}`, input).expect(400);
        expect(body.errors).toMatchObject([{ field: 'sittingId', rule: 'isKnownSitting' }]);
      }
      await lead.get(`/sittings/${there.body.id}`).expect(404);
      await conclude(there.body.id).expect(404);
    });

    it('claim nothing, and say that they are not concluded', async () => {
      const { sittingId, own, other, early } = await watched();
      expect(await claimsOn(own, other, early)).toEqual([]);
      expect((await sign(second, other)).claims).toEqual([]);
      expect((await list()).find(({ id }) => id === sittingId)).toMatchObject({ concluded: false });
    });

    it('put what each observer saw side by side, and name where they differ', async () => {
      const { sittingId, own, other, early } = await watched();
      const { observers, targets } = await find(sittingId);
      expect(observers.map((one: Row) => [one.observer.name, one.observationId])).toEqual([
        ['陳評量', own],
        ['李評量', other],
        ['王評量', early],
      ]);
      expect(targets.filter((one: Row) => one.differs)).toEqual([
        {
          ref: '1.2',
          differs: true,
          outcomes: [
            { observationId: own, outcome: 'not_shown', note: null },
            { observationId: other, outcome: 'shown', note: null },
            { observationId: early, outcome: 'shown', note: null },
          ],
        },
      ]);
      expect(targets.map((one: Row) => one.ref)).toEqual(['1.1', '1.2', 'KA1']);
    });
  });

  describe('to candidate and verifier', () => {
    it('are not there before somebody has signed, and then show what is signed', async () => {
      const sittingId = await open();
      const [hidden, signed] = [await join(second, sittingId), await join(lead, sittingId, { '1.3': 'shown' })];
      for (const by of [candidate, verifier]) {
        await by.get(`/sittings/${sittingId}`).expect(404);
        await conclude(sittingId, {}, by).expect(404);
        expect((await list(by)).map(({ id }) => id)).not.toContain(sittingId);
      }
      await sign(lead, signed);
      for (const by of [candidate, verifier]) {
        const one = await find(sittingId, by);
        expect(one.observers.map((each: Row) => each.observationId)).toEqual([signed]);
        expect(one.targets.map((each: Row) => each.ref)).toEqual(['1.3']);
        const listed = await list(by);
        expect(listed.map(({ id }) => id)).toContain(sittingId);
        expect(JSON.stringify([one, listed])).not.toContain(hidden);
      }
      const toAssessors = await find(sittingId, second);
      expect(toAssessors.observers.map((each: Row) => each.observationId).sort()).toEqual([hidden, signed].sort());
      expect(toAssessors.targets.map((each: Row) => each.ref)).toEqual(['1.3']);
    });
  });

  describe('when concluded', () => {
    it('keep every record as it is and the conclusion with its reasons beside them', async () => {
      const { sittingId } = await watched();
      const before = await find(sittingId);
      const { body } = await conclude(sittingId, { seenSha256: before.recordsSha256 }).expect(201);
      const { conclusion: made, ...rest } = body.sitting;
      expect(rest).toEqual({ ...before, concluded: true, conclusion: undefined });
      expect(made).toMatchObject({
        concludedBy: { id: lead.id, name: '陳評量' },
        notes: conclusion.notes,
        outcomes: conclusion.outcomes.map((one) => ({ reason: null, ...one })),
        contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(await find(sittingId, candidate)).toEqual(body.sitting);
    });

    it('claim each target shown once, on the lead’s record or else on the first that was signed', async () => {
      const { sittingId, own, other, early } = await watched();
      const { body } = await conclude(sittingId).expect(201);
      const expected = [
        { itemId: own, targetRef: '1.1', method: null, proposedBy: lead.id },
        { itemId: early, targetRef: '1.2', method: 'M1', proposedBy: lead.id },
      ];
      expect(body.claims).toMatchObject(expected);
      expect(await claimsOn(own, early, other)).toMatchObject(expected);
    });

    it('claim nothing a second time that an observer had mapped by hand', async () => {
      const { sittingId, own, other, early } = await watched();
      const claims = [{ itemId: other, targetRef: '1.1' }];
      const mapped = await second.post(`/assessments/${assessmentId}/claims`, { claims }).expect(201);
      const { body } = await conclude(sittingId).expect(201);
      expect(body.claims.map((one: Row) => one.targetRef)).toEqual(['1.1', '1.2']);
      expect(body.claims[0].id).toBe(mapped.body[0].id);
      expect(await claimsOn(own, early, other)).toHaveLength(2);
    });

    it('answer the same again, and nothing else ever', async () => {
      const { sittingId } = await watched();
      const id = randomUUID();
      const first = await conclude(sittingId, { id }).expect(201);
      const before = await revision();
      for (const change of [{ id }, { id: id.toUpperCase() }, {}]) {
        expect((await conclude(sittingId, change).expect(200)).body).toEqual(first.body);
      }
      expect(await revision()).toBe(before);
      for (const change of [{ notes: '改口' }, { id: randomUUID() }]) {
        expect((await conclude(sittingId, change).expect(409)).body.code).toBe('sitting_concluded');
      }
      const other = await watched();
      expect((await conclude(other.sittingId, { id }).expect(409)).body.code).toBe('already_exists');
    });

    it('are concluded once by many requests at once', async () => {
      const { sittingId, own, other, early } = await watched();
      const answers = await Promise.all(Array.from({ length: 6 }, () => conclude(sittingId)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
      expect(await claimsOn(own, early, other)).toHaveLength(2);
    });

    it('take no further observer, nor any that was left unsigned', async () => {
      const { sittingId } = await watched();
      const late = await assessing('趙評量');
      const draft = await join(late, sittingId);
      expect((await conclude(sittingId).expect(409)).body.code).toBe('sitting_unready');
      const { assignments } = (await lead.get(`/assessments/${assessmentId}`).expect(200)).body as Row;
      const { id } = assignments.find((one: Row) => one.person.id === late.id);
      await world.operator.post(`/assessments/${assessmentId}/assignments/${id}/ending`, {}).expect(204);
      await conclude(sittingId).expect(201);
      await assign(late);
      const signing = await late.post(`/observations/${draft}/signature`, {}).expect(409);
      expect(signing.body.code).toBe('sitting_concluded');
      const input = { ...record, sittingId, outcomes: seen(most) };
      const joining = await late.put(`/assessments/${assessmentId}/observations/${randomUUID()}`, input).expect(409);
      expect(joining.body.code).toBe('sitting_concluded');
    });

    it.each<[string, () => Persona]>([
      ['another observer', () => second],
      ['an administrator', () => world.operator],
      ['the verifier', () => verifier],
      ['the candidate', () => candidate],
    ])('are not concluded by %s', async (_, by) => {
      const { sittingId } = await watched();
      await conclude(sittingId, {}, by()).expect(403);
      expect(await find(sittingId)).toMatchObject({ concluded: false });
    });

    it.each<[string, number, number]>([
      ['nobody observes', 0, 0],
      ['only one observes', 1, 1],
      ['one of three has not signed', 3, 2],
      ['only one of two has signed', 2, 1],
    ])('are not concluded while %s', async (_, observers, signatures) => {
      const sittingId = await open();
      const ids: [Persona, string][] = [];
      for (const by of [lead, second, third].slice(0, observers)) ids.push([by, await join(by, sittingId)]);
      for (const [by, id] of ids.slice(0, signatures)) await sign(by, id);
      const { body } = await conclude(sittingId).expect(409);
      expect(body.code).toBe('sitting_unready');
    });

    it('do not wait for a record that was taken back', async () => {
      const { sittingId } = await watched();
      const late = await assessing('錢評量');
      const draft = await join(late, sittingId, { '2.1': 'shown' });
      await late.post(`/evidence/${draft}/withdrawal`, { reason: '改由他人' }).expect(200);
      await conclude(sittingId).expect(201);
    });

    it('rest on the records that the lead was shown', async () => {
      const { sittingId, early } = await watched();
      const { recordsSha256 } = await find(sittingId);
      await third.post(`/evidence/${early}/withdrawal`, { reason: '看錯人' }).expect(200);
      const stale = await conclude(sittingId, { seenSha256: recordsSha256 }).expect(412);
      expect(stale.body.code).toBe('precondition_failed');
      await conclude(sittingId, { seenSha256: (await find(sittingId)).recordsSha256 }).expect(201);
    });

    const changed = (index: number, change: object) =>
      conclusion.outcomes.map((one, i) => (i === index ? { ...one, ...change } : one));
    it.each<[string, object[], string[]]>([
      ['a difference without a reason', changed(1, { reason: ' ' }), ['outcomes.1.reason']],
      ['a word against all without a reason', changed(0, { outcome: 'not_shown' }), ['outcomes.0.reason']],
      ['shown what nobody saw', changed(2, { outcome: 'shown', reason: '他會' }), ['outcomes.2.outcome']],
      ['a target left out', conclusion.outcomes.slice(0, 2), ['outcomes']],
      ['a target nobody wrote down', [...conclusion.outcomes, { ref: '2.1', outcome: 'not_seen' }], ['outcomes.3.ref']],
      ['an outcome nobody knows', changed(0, { outcome: 'perfect' }), ['outcomes.0.outcome']],
      ['no outcomes', [], ['outcomes']],
      ['too many outcomes', Array(2001).fill(conclusion.outcomes[0]), ['outcomes']],
    ])('are not concluded with %s', async (_, outcomes, fields) => {
      const { sittingId, own, other, early } = await watched();
      const { body } = await conclude(sittingId, { outcomes }).expect(400);
      expect(body.errors.map((e: Row) => e.field)).toEqual(fields);
      expect(await find(sittingId)).toMatchObject({ concluded: false });
      expect(await claimsOn(own, other, early)).toEqual([]);
    });

    it('are concluded against all observers with a reason, and then claim nothing of it', async () => {
      const { sittingId, own, other, early } = await watched();
      const outcomes = changed(0, { outcome: 'not_shown', reason: '店長在旁提示每一步。' });
      await conclude(sittingId, { outcomes }).expect(201);
      expect((await claimsOn(own, other, early)).map((one) => one.targetRef)).toEqual(['1.2']);
    });

    it('stand in the verdict with their differences, and the audit finds them as they were drawn', async () => {
      const { sittingId, own, other, early } = await watched();
      await conclude(sittingId).expect(201);
      const { sittingId: openId } = await watched();
      await third.post(`/evidence/${early}/withdrawal`, { reason: '看錯人' }).expect(200);
      const check = () => looking(world.config, checkIntegrity);
      expect((await check()).problems).toEqual([]);
      const words = { reasons: '不足', gaps: [{ text: '缺' }], feedback: '補', nextStep: '補' };
      const decided = await lead
        .post(`/assessments/${assessmentId}/verdicts`, { outcome: 'not_yet_competent', ...words })
        .expect(201);
      const { body: printed } = await lead.get(`/verdicts/${decided.body.id}/record`).expect(200);
      const numberOf = (id: string) => printed.items.find((item: Row) => item.id === id)?.number;
      const [one, two] = [numberOf(own), numberOf(other)];
      expect(numberOf(early)).toBeUndefined();
      const sitting = printed.sittings.find((each: Row) => each.id === sittingId);
      expect(sitting).toMatchObject({
        place: '信義門市',
        observers: [
          { itemNumber: one, observedBy: { name: '陳評量' } },
          { itemNumber: two, observedBy: { name: '李評量' } },
        ],
        conclusion: { concludedBy: { id: lead.id, name: '陳評量' }, notes: conclusion.notes },
      });
      expect(sitting.targets.find((target: Row) => target.ref === '1.2')).toEqual({
        ref: '1.2',
        seen: [
          { itemNumber: one, outcome: 'not_shown' },
          { itemNumber: two, outcome: 'shown' },
        ],
        differs: true,
        concluded: 'shown',
        reason: '主評量者當時在櫃檯另一側。',
      });
      const open = printed.sittings.find((each: Row) => each.id === openId);
      expect(open).toMatchObject({
        conclusion: null,
        targets: [{ concluded: null }, { concluded: null }, { concluded: null }],
      });
      const undone = await lead.post(`/assessments/${assessmentId}/sittings`, opened).expect(409);
      expect(undone.body.code).toBe('assessment_decided');
      expect((await conclude(openId).expect(409)).body.code).toBe('assessment_decided');
    });
  });
});
