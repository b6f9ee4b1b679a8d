import { randomUUID } from 'node:crypto';
import { Assessment } from '../src/assessments/assessment.entity.js';
import { Database } from '../src/database/database.js';
import { type VisitPlanView } from '../src/visits/visits.view.js';
import { assessmentWith, criteriaRefs, documentWith, qualify, userNamed } from './factories/assessment.js';
import { enrolled, type Enrolled } from './factories/enrolled.js';
import { countQueries } from './support/count-queries.js';
import { type Persona, World } from './world.js';

let world: World;
let people: Enrolled;
const start = '2026-03-02T01:00:00.000Z';
const day = '2026-03-10';

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world?.close());
/** Every test has a workplace of its own. */
let workplace: string;
let places = 0;
beforeEach(async () => {
  world.clock.set(start);
  workplace = `台北 ${(places += 1)} 店`;
  people = await enrolled(world);
  await moveTo(people.assessmentId);
});

const moveTo = (id: string, place = workplace) =>
  world.operator.patch(`/assessments/${id}/enrolment`, { workplace: place }).expect(200);
const path = (changes: Record<string, string> = {}) =>
  `/visit-plan?${new URLSearchParams({ bodyId: world.bodyId, workplace, day, ...changes }).toString()}`;
const planOf = async (who: Persona = people.assessor, locale = 'zh-TW'): Promise<VisitPlanView> =>
  (await who.get(path()).set('Accept-Language', locale).expect(200)).body;
const at = (rest: string, id = people.assessmentId) => `/assessments/${id}/${rest}`;

const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
const observe = async (refs: string[], { sign = true, id = people.assessmentId } = {}): Promise<string> => {
  const itemId = randomUUID();
  const outcomes = refs.map((ref) => ({ ref, outcome: 'shown', note: '依程序完成' }));
  const when = { startedAt: '2026-03-01T09:00:00+08:00', endedAt: '2026-03-01T10:00:00+08:00' };
  const where = { place: '門市', present: '店長', context: '尖峰時段', notes: '依程序處理。' };
  await people.assessor
    .put(at(`observations/${itemId}`, id), { title: '現場觀察', ...when, ...where, outcomes })
    .expect(201);
  if (sign) await people.assessor.post(`/observations/${itemId}/signature`, {}).expect(200);
  return itemId;
};
const judgeAll = async (id = people.assessmentId) => {
  const { body } = await people.assessor.get(at('claims', id)).expect(200);
  const claims = (body.items ?? body) as { id: string }[];
  const judgements = claims.map(({ id: claimId }) => ({ claimId, decision: 'accepted', rules, reason: '足以證明' }));
  await people.assessor.post(at('judgements', id), { judgements }).expect(201);
};
/** Another candidate of the same assessor at the same place. */
const another = async (name = '許小明'): Promise<{ id: string; candidate: Persona }> => {
  const candidate = await world.person(name, ['candidate']);
  const { documentId, assessor } = people;
  const enrolment = {
    candidateId: candidate.id,
    documentId,
    pathway: 'training',
    leadAssessorId: assessor.id,
    workplace,
  };
  const { body } = await world.operator.post(`/training-bodies/${world.bodyId}/assessments`, enrolment).expect(201);
  await assessor.post(at('interest-declarations', body.id), { conflict: false, statement: '無' }).expect(201);
  return { id: body.id, candidate };
};
/** A second assessor of the assessment whose records count. */
const joining = async (name: string): Promise<Persona> => {
  const person = await world.person(name, ['assessor']);
  const qualification = { userId: person.id, title: '職能評量師', validFrom: '2024-01-01' };
  await world.operator.post(`/training-bodies/${world.bodyId}/qualifications`, qualification).expect(201);
  await world.operator.post(at('assignments'), { userId: person.id, duty: 'assessor' }).expect(201);
  await person.post(at('interest-declarations'), { conflict: false, statement: '無' }).expect(201);
  return person;
};

describe('the plan of a visit', () => {
  it('is empty where nobody works', async () => {
    workplace = '無人之處';
    expect(await planOf()).toEqual({
      bodyId: world.bodyId,
      workplace,
      day,
      documents: [],
      targets: [],
      assessments: [],
      sittings: [],
      more: false,
      next: null,
    });
  });

  it('asks, where there is no evidence, for every criterion and key aspect, with its reasons in words', async () => {
    const plan = await planOf();
    const { body: coverage } = await people.assessor.get(at('coverage')).expect(200);
    const wanted = (coverage.targets as { ref: string; type: string }[]).filter(({ type }) =>
      /criterion|key_aspect/.test(type),
    );
    expect(plan.targets.map(({ ref }) => ref)).toEqual(wanted.map(({ ref }) => ref));
    expect(plan.documents).toMatchObject([{ id: people.documentId, code: 'KMM5R0915v2' }]);
    const [first] = plan.targets;
    const [candidate] = first!.candidates;
    expect(candidate).toMatchObject({ assessmentId: people.assessmentId, candidate: { name: '林小美' }, records: [] });
    expect(candidate!.why.map(({ rule }) => rule)).toEqual(['S1', 'S5', 'S6']);
    expect(candidate!.why[0]!.text).toContain(`「${first!.code} ${first!.text}」還沒有可採計`);
    const [assessment] = plan.assessments;
    expect(assessment).toMatchObject({ smallest: true, waiting: [], records: [], fault: null, faultText: null });
    expect(assessment!.targets).toEqual(plan.targets.map(({ ref }) => ref));
    const english = await planOf(people.assessor, 'en');
    expect(english.targets[0]!.candidates[0]!.why[0]!.text).toMatch(/has no direct or indirect evidence that counts/);
  });

  it('leaves out what was witnessed and accepted, and begins with what several candidates need', async () => {
    const { id } = await another();
    await observe(['1.1', '1.2']);
    await judgeAll();
    const { targets, assessments } = await planOf();
    expect(targets.find(({ ref }) => ref === '1.1')!.candidates.map(({ assessmentId }) => assessmentId)).toEqual([id]);
    const counts = targets.map(({ candidates }) => candidates.length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBe(2);
    const [mine] = assessments.filter((one) => one.id === people.assessmentId);
    expect(mine!.targets).not.toContain('1.1');
    expect(new Set(assessments.map((one) => one.id))).toEqual(new Set([people.assessmentId, id]));
  });

  it('asks for nothing twice: what waits for a judgement is told instead', async () => {
    const itemId = await observe(['1.1']);
    const { targets, assessments } = await planOf();
    expect(targets.map(({ ref }) => ref)).not.toContain('1.1');
    const waiting = assessments[0]!.waiting.find(({ rule }) => rule === 'S1')!;
    expect(waiting).toMatchObject({ refs: ['1.1'], items: [{ id: itemId, number: 1, title: '現場觀察' }] });
    expect(waiting.instead).toBe('證據 1 完成簽署、聲明、補正或判斷之後即可補足，這次不必再見證。');
  });

  it('mentions my unsigned records with what they show, and nobody else’s', async () => {
    const itemId = await observe(['2.1'], { sign: false });
    const second = await world.person('李評量', ['assessor']);
    await world.operator.post(at('assignments'), { userId: second.id, duty: 'assessor' }).expect(201);
    const mine = await planOf();
    expect(mine.assessments[0]!.records).toEqual([
      { id: itemId, number: 1, title: '現場觀察', form: 'observation', refs: ['2.1'] },
    ]);
    const same = mine.targets.filter(({ ref }) => ref === '2.1').flatMap(({ candidates }) => candidates);
    expect(same.every(({ records }) => records.includes(itemId))).toBe(true);
    const others = await planOf(second);
    expect(others.assessments[0]!.records).toEqual([]);
  });

  it('tells of what several watch together there, until it is concluded', async () => {
    const { assessor, assessmentId } = people;
    const opened = { place: workplace, startedAt: `${day}T01:00:00.000Z`, note: '各站一區' };
    const { body: sitting } = await assessor.post(at('sittings'), opened).expect(201);
    const { id: elsewhere } = await another();
    await moveTo(elsewhere, '別的店');
    await assessor.post(at('sittings', elsewhere), opened).expect(201);
    expect((await planOf()).sittings).toMatchObject([{ id: sitting.id, assessmentId, ...opened, observers: [] }]);
    const outcomes = [{ ref: '1.1', outcome: 'shown' }];
    const observers = [assessor, await joining('李評量')];
    for (const observer of observers) {
      const id = randomUUID();
      const record = { startedAt: start, place: workplace, sittingId: sitting.id, outcomes };
      await observer.put(at(`observations/${id}`), record).expect(201);
      await observer.post(`/observations/${id}/signature`, {}).expect(200);
    }
    expect((await planOf()).sittings[0]!.observers.map(({ observer }) => observer.id)).toEqual(
      observers.map(({ id }) => id),
    );
    await assessor.post(`/sittings/${sitting.id}/conclusion`, { outcomes }).expect(201);
    expect((await planOf()).sittings).toEqual([]);
  });

  it('says why what is recorded on that day would not count', async () => {
    const second = await world.person('李評量', ['assessor']);
    await world.operator.post(at('assignments'), { userId: second.id, duty: 'assessor' }).expect(201);
    const [assessment] = (await planOf(second)).assessments;
    expect(assessment).toMatchObject({ fault: 'not_qualified' });
    expect(assessment!.faultText).toContain('李評量 在 2026年3月10日');
  });

  it('measures on the day of the visit: what is too old by then is to be seen again', async () => {
    await observe(['1.1']);
    await judgeAll();
    const needed = async (when: string) => {
      const { body } = await people.assessor.get(path({ day: when })).expect(200);
      return (body as VisitPlanView).targets.map(({ ref }) => ref).includes('1.1');
    };
    expect([await needed('2028-03-01'), await needed('2028-03-02')]).toEqual([false, true]);
  });

  it('is for open assessments that the asker assesses now, and for no other place', async () => {
    const ids = async (who: Persona) => (await planOf(who)).assessments.map(({ id }) => id);
    const { id, candidate } = await another();
    const second = await world.person('李評量', ['assessor', 'officer']);
    expect(await ids(people.assessor)).toEqual([people.assessmentId, id]);
    expect(await ids(second)).toEqual([]);
    const { body } = await world.operator
      .post(at('assignments', id), { userId: second.id, duty: 'assessor' })
      .expect(201);
    expect(await ids(second)).toEqual([id]);
    const assignment = body.assignments.find(({ person }: { person: { id: string } }) => person.id === second.id).id;
    await world.operator.post(at(`assignments/${assignment}/ending`, id)).expect(204);
    expect(await ids(second)).toEqual([]);
    await moveTo(people.assessmentId, '高雄店');
    expect(await ids(people.assessor)).toEqual([id]);
    await candidate.post(at('withdrawal', id), { reason: '離職' }).expect(200);
    expect(await ids(people.assessor)).toEqual([]);
  });

  it('is not for candidates, officers, or people of another body', async () => {
    await people.candidate.get(path()).expect(403);
    await (await world.person('王承辦', ['officer'])).get(path()).expect(403);
    await people.assessor.get(path({ bodyId: randomUUID() })).expect(404);
  });

  it.each([
    ['yesterday', { day: '2026-03-01' }],
    ['a day that there is not', { day: '2026-02-30' }],
    ['no workplace', { workplace: ' ' }],
    ['no id of a body', { bodyId: 'x' }],
    ['a parameter nobody knows', { limit: '1' }],
    ['a place to go on from that is none', { after: 'x' }],
  ])('refuses %s', async (_, changes) => {
    await people.assessor.get(path(changes)).expect(400);
  });

  it('is the same however often it is asked for', async () => {
    await another();
    expect(await planOf()).toEqual(await planOf());
  });
});

describe('many candidates', () => {
  it.each([24, 60])(
    'of %i criteria each are planned for in the same few queries and in good time',
    async (criteria) => {
      const db = world.app.get(Database);
      const lead = await world.person('陳評量', ['assessor']);
      await qualify(db, world.bodyId, lead.id);
      const documentId = await documentWith(db, { criteria, keyAspects: 2 });
      const made = async (count: number) => {
        for (let i = 0; i < count; i += 1) {
          const candidateId = await userNamed(db, `受評者 ${i}`);
          const shape = {
            bodyId: world.bodyId,
            documentId,
            leadId: lead.id,
            refs: criteriaRefs(criteria),
            claimsPerItem: 2,
          };
          const { id } = await assessmentWith(db, { ...shape, candidateId, items: 6 + (i % 5) });
          await db.write((tx) => tx.update(Assessment, { id }, { workplace }));
        }
      };
      // What runs in the background may ask in between, but hardly every time.
      const counted = async () => {
        const counts: number[] = [];
        for (let i = 0; i < 3; i += 1) counts.push(await countQueries(world, () => planOf(lead)));
        return Math.min(...counts);
      };
      await made(1);
      // The document is kept once it was read.
      await planOf(lead);
      const few = await counted();
      await made(19);
      expect(await counted()).toBe(few);
      expect(few).toBeLessThan(30);
      const before = performance.now();
      const { assessments } = await planOf(lead);
      const took = performance.now() - before;
      expect(assessments).toHaveLength(20);
      expect(assessments.every(({ smallest, targets }) => smallest && targets.length > 0)).toBe(true);
      expect(took).toBeLessThan(2_000);
    },
  );

  it('come in more than one plan, each of them once', async () => {
    const db = world.app.get(Database);
    const lead = await world.person('林評量', ['assessor']);
    await qualify(db, world.bodyId, lead.id);
    const documentId = await documentWith(db, { criteria: 2, keyAspects: 1 });
    const shape = {
      bodyId: world.bodyId,
      documentId,
      leadId: lead.id,
      refs: criteriaRefs(2),
      claimsPerItem: 1,
      items: 1,
    };
    for (let i = 0; i < 101; i += 1) {
      const { id } = await assessmentWith(db, { ...shape, candidateId: await userNamed(db, `受評者 ${i}`) });
      await db.write((tx) => tx.update(Assessment, { id }, { workplace }));
    }
    const first = await planOf(lead);
    expect([first.assessments.length, first.more]).toEqual([100, true]);
    const { body: second } = await lead.get(path({ after: first.next! })).expect(200);
    expect(second).toMatchObject({ more: false, next: null, assessments: [{}] });
    const ids = [...first.assessments, ...(second as VisitPlanView).assessments].map(({ id }) => id);
    expect(new Set(ids).size).toBe(101);
  });
});
