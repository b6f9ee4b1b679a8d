import { randomUUID } from 'node:crypto';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { Database } from '../src/database/database.js';
import { type CoverageView, type FindingView } from '../src/sufficiency/coverage.view.js';
import { assessmentWith, criteriaRefs, documentWith, qualify } from './factories/assessment.js';
import { type Persona, World } from './world.js';

let world: World;
let db: Database;
let lead: Persona;
let second: Persona;
let documentId: string;

beforeAll(async () => {
  world = await World.open({ withoutSeeds: true });
  db = world.app.get(Database);
  lead = await world.person('陳評量', ['assessor']);
  second = await world.person('李評量', ['assessor']);
  await qualify(db, world.bodyId, lead.id, second.id);
  documentId = await documentWith(db, { criteria: 4, knowledge: 2 });
});
afterAll(() => world.close());

async function made(shape: object = {}) {
  const candidate = await world.person('林小美', ['candidate']);
  const people = { bodyId: world.bodyId, candidateId: candidate.id, leadId: lead.id, secondId: second.id };
  const fate = (index: number) => ({ form: index === 0 ? ('observation' as const) : ('document' as const) });
  const evidence = { documentId, refs: criteriaRefs(4), items: 2, claimsPerItem: 2, fate };
  const { id, itemIds } = await assessmentWith(db, { ...people, ...evidence, ...shape });
  return { id, itemIds, candidate, path: `/assessments/${id}` };
}

async function coverageOf(path: string, by = lead): Promise<CoverageView> {
  return (await by.get(`${path}/coverage`).expect(200)).body as CoverageView;
}

async function warningOf(path: string, problem: string): Promise<FindingView> {
  return (await coverageOf(path)).warnings.find((warning) => warning.problem === problem)!;
}

const answerTo = ({ rule, problem, targets, items }: FindingView) => ({
  rule,
  problem,
  targets,
  items,
  reason: '已於面談確認',
});

describe('a waiver', () => {
  it('answers a warning with a reason and a name, and is printed on the verdict', async () => {
    const { path, candidate } = await made();
    const warning = await warningOf(path, 'plan_absent');
    const { body } = await lead.post(`${path}/waivers`, answerTo(warning)).expect(201);
    expect(body).toEqual({
      ...answerTo(warning),
      id: expect.any(String),
      assessmentId: path.split('/')[2],
      waivedBy: { id: lead.id, name: '陳評量' },
      waivedAt: expect.stringMatching(/^2026-/),
      withdrawal: null,
    });
    for (const reader of [lead, candidate, world.operator]) {
      expect((await reader.get(`${path}/waivers`).expect(200)).body).toEqual({ items: [body], next: null });
    }
    expect(await warningOf(path, 'plan_absent')).toMatchObject({
      waiver: { id: body.id, reason: '已於面談確認', by: { id: lead.id, name: '陳評量' } },
    });
    const { body: verdict } = await lead.post(`${path}/verdicts`, { outcome: 'competent' }).expect(201);
    const { body: record } = await lead.get(`/verdicts/${verdict.id}/record`).expect(200);
    const { rule } = warning;
    expect(record.waivers).toMatchObject([{ rule, reason: '已於面談確認', waivedBy: { name: '陳評量' } }]);
    expect(record.warnings.map((open: { rule: string }) => open.rule)).not.toContain(rule);
  });

  it('is told of in the audit log without its words', async () => {
    const { id, path } = await made();
    const { rule, problem, ...rest } = answerTo(await warningOf(path, 'plan_absent'));
    const { body } = await lead.post(`${path}/waivers`, { rule, problem, ...rest }).expect(201);
    const entries = await db.read.findBy(AuditEntry, { action: 'warning.waived', subjectId: id });
    expect(entries.map(({ data }) => JSON.parse(data))).toEqual([{ waiverId: body.id, rule, problem }]);
  });

  it('is made once, however often it is sent', async () => {
    const { path } = await made();
    const answer = { id: randomUUID(), ...answerTo(await warningOf(path, 'plan_absent')) };
    const { body } = await lead.post(`${path}/waivers`, answer).expect(201);
    expect((await lead.post(`${path}/waivers`, answer).expect(200)).body).toEqual(body);
    const changed = await lead.post(`${path}/waivers`, { ...answer, reason: '另一個理由' }).expect(409);
    expect(changed.body.code).toBe('already_exists');
    const { path: other } = await made();
    expect((await lead.post(`${other}/waivers`, answer).expect(409)).body.code).toBe('already_exists');
    expect((await lead.get(`${path}/waivers`).expect(200)).body.items).toEqual([body]);
  });

  it.each<[string, (warning: FindingView) => object]>([
    ['names a target that the warning does not concern', ({ targets }) => ({ targets: [...targets, '9.9'] })],
    ['names an item that the warning does not concern', ({ items }) => ({ items: [...items, randomUUID()] })],
    ['leaves out what the warning concerns', () => ({ targets: [], items: [] })],
    ['is of another problem', () => ({ problem: 'no_evidence' })],
    ['is of another rule', () => ({ rule: 'V1' })],
  ])('is refused where it %s', async (_, change) => {
    const { path } = await made({ fate: () => ({ bytes: 'the same', form: 'document' as const }) });
    const twin = (await coverageOf(path)).warnings.find(({ items, targets }) => items.length + targets.length > 0)!;
    const refused = await lead.post(`${path}/waivers`, { ...answerTo(twin), ...change(twin) }).expect(409);
    expect(refused.body).toMatchObject({ code: 'warning_not_open', title: expect.stringMatching(/請重新檢視/) });
    expect((await lead.get(`${path}/waivers`).expect(200)).body.items).toEqual([]);
  });

  it('is refused of what blocks, and of what is waived already', async () => {
    const { path } = await made({ fate: () => ({ declared: false }) });
    const [blocking] = (await coverageOf(path)).findings;
    expect((await lead.post(`${path}/waivers`, answerTo(blocking!)).expect(409)).body.code).toBe('warning_not_open');
    const answer = answerTo(await warningOf(path, 'plan_absent'));
    await lead.post(`${path}/waivers`, answer).expect(201);
    expect((await lead.post(`${path}/waivers`, answer).expect(409)).body.code).toBe('warning_not_open');
  });

  it('needs a reason, known rules and bounded lists', async () => {
    const { path } = await made();
    const answer = answerTo(await warningOf(path, 'plan_absent'));
    for (const [change, field] of [
      [{ reason: ' \u0007 ' }, 'reason'],
      [{ rule: 'X9' }, 'rule'],
      [{ problem: 'Robert"); DROP' }, 'problem'],
      [{ targets: 'all' }, 'targets'],
      [{ items: ['not-an-id'] }, 'items'],
      [{ targets: Array.from({ length: 1001 }, String) }, 'targets'],
    ] as const) {
      const { body } = await lead.post(`${path}/waivers`, { ...answer, ...change }).expect(400);
      expect(body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
    }
  });

  it('is the lead assessor’s, while entitled, and before the verdict', async () => {
    const { path, candidate } = await made();
    const answer = answerTo(await warningOf(path, 'plan_absent'));
    for (const other of [second, candidate, world.operator]) await other.post(`${path}/waivers`, answer).expect(403);
    const stranger = await world.person('路人', ['assessor']);
    await stranger.post(`${path}/waivers`, answer).expect(404);
    await stranger.get(`${path}/waivers`).expect(404);

    const unqualified = await world.person('新評量', ['assessor']);
    const { path: theirs } = await made({ leadId: unqualified.id });
    const refused = await unqualified.post(`${theirs}/waivers`, answer).expect(422);
    expect(refused.body).toMatchObject({ code: 'rule_broken', details: { rule: 'P1' } });

    await lead.post(`${path}/verdicts`, { outcome: 'competent' }).expect(201);
    expect((await lead.post(`${path}/waivers`, answer).expect(409)).body.code).toBe('assessment_decided');
  });

  it('of another candidate’s same bytes is not shown to the candidate', async () => {
    const copied = () => made({ fate: () => ({ bytes: 'copied work' }) });
    const [{ path, candidate }] = [await copied(), await copied()];
    const alarm = await warningOf(path, 'same_bytes_elsewhere');
    await lead.post(`${path}/waivers`, answerTo(alarm)).expect(201);
    expect((await lead.get(`${path}/waivers`).expect(200)).body.items).toHaveLength(1);
    expect((await candidate.get(`${path}/waivers`).expect(200)).body.items).toEqual([]);
  });
});

describe('a waiver that is taken back', () => {
  const reason = { reason: '受評者已補上計畫的確認' };

  it('stays to be read with the reason, while the warning stands again and may be answered anew', async () => {
    const { id, path, candidate } = await made();
    const warning = await warningOf(path, 'plan_absent');
    const { body } = await lead.post(`${path}/waivers`, answerTo(warning)).expect(201);
    const { body: withdrawn } = await lead.post(`${path}/waivers/${body.id}/withdrawal`, reason).expect(200);
    const by = { withdrawnBy: { id: lead.id, name: '陳評量' }, withdrawnAt: expect.stringMatching(/^2026-/) };
    expect(withdrawn).toEqual({ ...body, withdrawal: { ...reason, ...by } });
    const again = await lead.post(`${path}/waivers/${body.id}/withdrawal`, { reason: '又一次' }).expect(200);
    expect(again.body).toEqual(withdrawn);
    expect((await warningOf(path, 'plan_absent')).waiver).toBeNull();
    for (const reader of [lead, candidate])
      expect((await reader.get(`${path}/waivers`).expect(200)).body.items).toEqual([withdrawn]);
    const entries = await db.read.findBy(AuditEntry, { action: 'waiver.withdrawn', subjectId: id });
    const { rule, problem } = warning;
    expect(entries.map(({ data }) => JSON.parse(data))).toEqual([{ waiverId: body.id, rule, problem }]);

    const { body: anew } = await lead.post(`${path}/waivers`, answerTo(warning)).expect(201);
    expect((await warningOf(path, 'plan_absent')).waiver).toMatchObject({ id: anew.id });
    const { body: verdict } = await lead.post(`${path}/verdicts`, { outcome: 'competent' }).expect(201);
    const { body: record } = await lead.get(`/verdicts/${verdict.id}/record`).expect(200);
    expect(record.waivers).toHaveLength(1);
    const late = await lead.post(`${path}/waivers/${anew.id}/withdrawal`, reason).expect(409);
    expect(late.body.code).toBe('assessment_decided');
  });

  it('needs a reason, and is the lead assessor’s', async () => {
    const { path } = await made();
    const { body } = await lead.post(`${path}/waivers`, answerTo(await warningOf(path, 'plan_absent'))).expect(201);
    const at = `${path}/waivers/${body.id}/withdrawal`;
    for (const bad of [{}, { reason: ' ' }, { ...reason, waivedBy: lead.id }]) await lead.post(at, bad).expect(400);
    await second.post(at, reason).expect(403);
    const { path: other } = await made();
    await lead.post(`${other}/waivers/${body.id}/withdrawal`, reason).expect(404);
    expect((await warningOf(path, 'plan_absent')).waiver).toMatchObject({ id: body.id });
  });
});

describe('an attribution', () => {
  const said = { targetRef: 'K1', throughRef: '1.1' };

  it('says through which criterion knowledge was demonstrated, and takes it out of what S4 misses', async () => {
    const { path, candidate } = await made();
    const missing = async () => (await coverageOf(path)).warnings.filter(({ rule }) => rule === 'S4');
    expect((await missing()).flatMap(({ targets }) => targets)).toEqual(['K1', 'K2']);
    const { body } = await lead.post(`${path}/attributions`, said).expect(201);
    expect(body).toEqual({
      ...said,
      id: expect.any(String),
      assessmentId: path.split('/')[2],
      statedBy: { id: lead.id, name: '陳評量' },
      statedAt: expect.stringMatching(/^2026-/),
      withdrawnAt: null,
    });
    expect((await missing()).flatMap(({ targets }) => targets)).toEqual(['K2']);
    expect((await candidate.get(`${path}/attributions`).expect(200)).body).toEqual({ items: [body], next: null });

    const { body: withdrawn } = await lead.post(`${path}/attributions/${body.id}/withdrawal`).expect(200);
    expect(withdrawn).toEqual({ ...body, withdrawnAt: expect.stringMatching(/^2026-/) });
    expect((await missing()).flatMap(({ targets }) => targets)).toEqual(['K1', 'K2']);
    expect((await lead.post(`${path}/attributions/${body.id}/withdrawal`).expect(200)).body).toEqual(withdrawn);
  });

  it('is stated once by each, and can be stated again after it was taken back', async () => {
    const { path } = await made();
    const { body: first } = await lead.post(`${path}/attributions`, said).expect(201);
    expect((await lead.post(`${path}/attributions`, said).expect(200)).body).toEqual(first);
    await second.post(`${path}/attributions`, said).expect(201);
    await second.post(`${path}/attributions/${first.id}/withdrawal`).expect(403);
    await lead.post(`${path}/attributions/${first.id}/withdrawal`).expect(200);
    const id = randomUUID();
    await lead.post(`${path}/attributions`, { ...said, id }).expect(201);
    await lead.post(`${path}/attributions`, { ...said, id }).expect(200);
    expect((await lead.post(`${path}/attributions`, { ...said, targetRef: 'K2', id }).expect(409)).body.code).toBe(
      'already_exists',
    );
    const { body: page } = await lead.get(`${path}/attributions?limit=2`).expect(200);
    const { body: rest } = await lead.get(`${path}/attributions?limit=2&cursor=${page.next}`).expect(200);
    expect([...page.items, ...rest.items].map(({ statedBy }) => statedBy.name)).toEqual(['陳評量', '李評量', '陳評量']);
    expect(rest.next).toBeNull();
  });

  it.each([
    [{ targetRef: '1.1' }, ['targetRef isKnowledgeOrSkill']],
    [{ throughRef: 'K2' }, ['throughRef isCriterion']],
    [{ targetRef: 'K9', throughRef: '9.9' }, ['targetRef isKnownTarget', 'throughRef isKnownTarget']],
    [{ targetRef: '' }, ['targetRef isNotEmpty']],
    [{ throughRef: ['1.1'] }, ['throughRef isString']],
  ])('of %j is refused', async (change, faults) => {
    const { path } = await made();
    const { body } = await lead.post(`${path}/attributions`, { ...said, ...change }).expect(400);
    expect(body.errors.map(({ field, rule }: { field: string; rule: string }) => `${field} ${rule}`)).toEqual(faults);
  });

  it('is an entitled assessor’s, before the verdict', async () => {
    const { path, candidate } = await made();
    const stranger = await world.person('路人', ['assessor']);
    for (const other of [candidate, world.operator]) await other.post(`${path}/attributions`, said).expect(403);
    await stranger.post(`${path}/attributions`, said).expect(404);
    const { body } = await lead.post(`${path}/attributions`, said).expect(201);
    const { path: other } = await made();
    await lead.post(`${other}/attributions/${body.id}/withdrawal`).expect(404);
    await lead.post(`${path}/verdicts`, { outcome: 'competent' }).expect(201);
    for (const call of [`${path}/attributions`, `${path}/attributions/${body.id}/withdrawal`]) {
      const refused = await lead
        .post(call, call.endsWith('withdrawal') ? {} : { ...said, targetRef: 'K2' })
        .expect(409);
      expect(refused.body.code).toBe('assessment_decided');
    }
  });
});

describe('settings of S4', () => {
  it('let knowledge without evidence block, until it is attributed', async () => {
    await world.changeSettings({ knowledgeAndSkills: 'blocks' });
    const { path } = await made();
    expect((await coverageOf(path)).openRules.map(({ rule }) => rule)).toEqual(['S4']);
    for (const targetRef of ['K1', 'K2'])
      await lead.post(`${path}/attributions`, { targetRef, throughRef: '1.1' }).expect(201);
    expect((await coverageOf(path)).openRules).toEqual([]);
    await world.changeSettings({ knowledgeAndSkills: null });
  });
});
