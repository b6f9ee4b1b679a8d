import { randomUUID } from 'node:crypto';
import { enrolled, type Enrolled } from './factories/enrolled.js';
import { World } from './world.js';

let world: World;
let people: Enrolled;
const path = () => `/assessments/${people.assessmentId}/requests`;
const asking = { targetRefs: ['1.1', 'KA1'], text: '請補上最近半年的策略文件。', dueOn: '2026-03-20' };
const ask = async (changes: object = {}) => {
  const { body } = await people.assessor.post(path(), { ...asking, ...changes }).expect(201);
  return body as { id: string };
};
const handIn = async (title: string): Promise<string> => {
  const evidence = { title, statement: '內容', producedOn: '2026-02-01' };
  const call = people.candidate.upload(`/assessments/${people.assessmentId}/evidence`);
  for (const [name, value] of Object.entries(evidence)) call.field(name, value);
  return (await call.expect(201)).body.id;
};
const stateOf = async (id: string) => (await people.candidate.get(`/requests/${id}`).expect(200)).body.state;
const waiting = async (): Promise<string[]> => {
  const { body } = await people.candidate.get('/me/notices').expect(200);
  return body.items
    .filter(({ state }: { state: string }) => state !== 'dropped')
    .map(({ kind }: { kind: string }) => kind);
};

beforeAll(async () => {
  world = await World.open();
  people = await enrolled(world);
});
afterAll(() => world?.close());

describe('requests for evidence', () => {
  it('begin with none', async () => {
    expect((await people.candidate.get(path()).expect(200)).body).toEqual({ items: [], next: null });
  });

  it('say what is asked for, for which targets and until when, and tell the candidate once', async () => {
    const id = randomUUID();
    const { body } = await people.assessor.post(path(), { ...asking, id: id.toUpperCase() }).expect(201);
    expect(body).toMatchObject({ ...asking, id, state: 'open', requestedBy: { name: '陳評量' }, answers: [] });
    const { body: again } = await people.assessor.post(path(), { ...asking, id }).expect(200);
    expect(again).toEqual(body);
    expect((await people.candidate.get(path())).body.items).toEqual([body]);
    expect(await waiting()).toEqual(['evidence_request']);
  });

  it('are answered by evidence, by several items if need be, and open again when all of it is taken back', async () => {
    const { id } = await ask();
    const items = [await handIn('策略文件'), await handIn('會議紀錄')];
    for (const itemId of [...items, items[0]]) {
      await people.candidate.post(`/requests/${id}/answers`, { itemId }).expect(200);
    }
    const { body } = await people.assessor.get(`/requests/${id}`).expect(200);
    expect(body.state).toBe('answered');
    expect(body.answers.map(({ title }: { title: string }) => title)).toEqual(['策略文件', '會議紀錄']);
    for (const itemId of items) await people.candidate.post(`/evidence/${itemId}/withdrawal`, { reason: '誤交' });
    expect(await stateOf(id)).toBe('open');
  });

  it('take back the notice that was not sent when they are answered or withdrawn', async () => {
    const before = await waiting();
    const answered = await ask();
    const withdrawn = await ask();
    expect(await waiting()).toHaveLength(before.length + 2);
    await people.candidate.post(`/requests/${answered.id}/answers`, { itemId: await handIn('補充') }).expect(200);
    await people.assessor.post(`/requests/${withdrawn.id}/withdrawal`, { reason: '不需要了' }).expect(200);
    expect(await waiting()).toHaveLength(before.length);
    const answer = people.candidate.post(`/requests/${withdrawn.id}/answers`, { itemId: await handIn('太晚') });
    expect((await answer.expect(409)).body.code).toBe('request_withdrawn');
  });

  it('are overdue from the day after, in Taiwan, and listed by state', async () => {
    const { id } = await ask({ dueOn: '2026-03-10' });
    world.clock.set('2026-03-10T15:59:59.000Z');
    expect(await stateOf(id)).toBe('open');
    world.clock.set('2026-03-10T16:00:00.000Z');
    expect(await stateOf(id)).toBe('overdue');
    for (const state of ['open', 'overdue', 'answered', 'withdrawn']) {
      const { items } = (await people.assessor.get(`${path()}?state=${state}&limit=200`).expect(200)).body;
      expect(new Set(items.map((item: { state: string }) => item.state))).toEqual(new Set([state]));
    }
  });

  test.each([
    ['a day that is gone', { dueOn: '2026-03-01' }, 'dueOn'],
    ['a day that never was', { dueOn: '2026-02-30' }, 'dueOn'],
    ['a target of another document', { targetRefs: ['1.1', 'P9.9.9'] }, 'targetRefs.1'],
    ['no target', { targetRefs: [] }, 'targetRefs'],
    ['no words', { text: ' \u0000 ' }, 'text'],
  ])('refuse %s', async (_, changes, field) => {
    const { body } = await people.assessor.post(path(), { ...asking, dueOn: '2026-12-31', ...changes }).expect(400);
    expect(body.errors.map((one: { field: string }) => one.field)).toContain(field);
  });

  it('come as suggestions from the gaps, with what the candidate can do', async () => {
    const { body } = await people.assessor.get(`${path()}/suggestions`).set('Accept-Language', 'en').expect(200);
    expect(body).toHaveLength(23);
    expect(body[0]).toEqual({ targetRefs: ['1.1'], text: 'Add evidence that shows “1.1” and map it to this item.' });
  });
});
