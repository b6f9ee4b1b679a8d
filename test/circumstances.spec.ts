import { randomUUID } from 'node:crypto';
import { Database } from '../src/database/database.js';
import { loadFacts } from '../src/sufficiency/load-facts.js';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

let world: World;
let candidate: Persona;
let assessor: Persona;
let second: Persona;
let assessmentId: string;
beforeAll(async () => {
  world = await World.open();
  ({ candidate, assessor, assessmentId } = await enrolled(world));
  second = await world.person('李評量', ['assessor']);
  const duty = { userId: second.id, duty: 'assessor' };
  await world.operator.post(`/assessments/${assessmentId}/assignments`, duty).expect(201);
});
afterAll(() => world?.close());

const handIn = async (change: object = {}): Promise<Row> => {
  const body = { title: '心得', statement: '我的做法', producedOn: '2026-02-01', ...change };
  return (await candidate.post(`/assessments/${assessmentId}/evidence`, body).expect(201)).body;
};
const factOf = async (id: string) => {
  const guides = { guideFor: () => null } as never;
  const options = { guides, at: '2026-12-31T00:00:00.000Z' };
  const { items } = await loadFacts(world.app.get(Database).read, assessmentId, options);
  return items.find((item) => item.id === id)!;
};
const fields = (body: Row) => body.errors.map((e: { field: string; rule: string }) => `${e.field} ${e.rule}`);
const all = {
  groupWork: true,
  candidatePart: '名單清理與查重',
  copy: true,
  othersData: true,
  othersDataReason: '客戶已書面同意',
};
const none = { groupWork: false, candidatePart: null, copy: false, othersData: false, othersDataReason: null };

describe('what is said of how evidence came about', () => {
  it('comes with it, is shown, and is what the rules look at', async () => {
    const item = await handIn(all);
    expect(item).toMatchObject({ ...all, checks: [] });
    expect((await assessor.get(`/evidence/${item.id}`).expect(200)).body).toMatchObject(all);
    expect(await factOf(item.id)).toMatchObject({ ...all, sighted: null, supervised: null });
    const plain = await handIn();
    expect(plain).toMatchObject(none);
    expect(await factOf(plain.id)).toMatchObject(none);
  });

  it('can be said in the fields of a form', async () => {
    const call = candidate
      .upload(`/assessments/${assessmentId}/evidence`)
      .field('title', '合照')
      .field('copy', 'false');
    for (const [name, value] of Object.entries({ groupWork: 'true', candidatePart: '攝影', othersData: 'true' }))
      void call.field(name, value);
    const { body } = await call.attach('files', Buffer.from('內容'), 'a.txt').expect(201);
    expect(body).toMatchObject({ ...none, groupWork: true, candidatePart: '攝影', othersData: true });
  });

  it.each<[string, object, string[]]>([
    ['a part in what no group made', { candidatePart: '全部' }, ['candidatePart isOfGroupWork']],
    [
      'a part in what is said to be one’s own',
      { groupWork: false, candidatePart: 'x' },
      ['candidatePart isOfGroupWork'],
    ],
    ['a reason without data of others', { othersDataReason: 'x' }, ['othersDataReason isOfOthersData']],
    ['maybe', { groupWork: 'maybe' }, ['groupWork isBoolean']],
    ['a number for yes', { copy: 1 }, ['copy isBoolean']],
    ['a list of parts', { groupWork: true, candidatePart: ['x'] }, ['candidatePart isString']],
    ['a part without end', { groupWork: true, candidatePart: '長'.repeat(5001) }, ['candidatePart maxLength']],
  ])('is refused where it says %s', async (_, change, expected) => {
    const body = { title: 'x', statement: 'y', ...change };
    const refused = await candidate.post(`/assessments/${assessmentId}/evidence`, body).expect(400);
    expect(fields(refused.body)).toEqual(expected);
  });

  it('may wait: the part in group work can be told later', async () => {
    const item = await handIn({ groupWork: true });
    expect(item).toMatchObject({ groupWork: true, candidatePart: null });
    const later = await candidate
      .patch(`/evidence/${item.id}`, { candidatePart: '訪談' })
      .set('If-Match', `"${item.contentSha256}"`)
      .expect(200);
    expect(later.body).toMatchObject({ groupWork: true, candidatePart: '訪談' });
    const etag = later.headers.etag!;
    const alone = { groupWork: false, candidatePart: '訪談' };
    await candidate.patch(`/evidence/${item.id}`, alone).set('If-Match', etag).expect(400);
    const back = await candidate.patch(`/evidence/${item.id}`, { groupWork: false }).set('If-Match', etag).expect(200);
    expect(back.body).toMatchObject({ groupWork: false, candidatePart: null, contentSha256: expect.any(String) });
    expect(back.body.contentSha256).not.toBe(item.contentSha256);
  });

  it('is part of what a declaration covers', async () => {
    const item = await handIn();
    const { body: declared } = await candidate.post(`/evidence/${item.id}/declaration`).expect(201);
    expect(declared.declaredAt).not.toBeNull();
    const patch = (body: object, etag: string) =>
      candidate.patch(`/evidence/${item.id}`, body).set('If-Match', `"${etag}"`).expect(200);
    const { body: changed } = await patch({ copy: true }, item.contentSha256);
    expect(changed.declaredAt).toBeNull();
    const { body: same } = await patch({ copy: false }, changed.contentSha256);
    expect([same.contentSha256, same.declaredAt]).toEqual([item.contentSha256, declared.declaredAt]);
    expect(await factOf(item.id)).toMatchObject({ declaredAt: declared.declaredAt });
  });
});

describe('what an assessor checked of evidence', () => {
  const sighted = { kind: 'original_sighted', note: '正本蓋有公司章' };
  const revision = async () => (await assessor.get(`/assessments/${assessmentId}`)).body.revision as number;

  it('is shown with it to all who see it, and is what the rules look at', async () => {
    const item = await handIn({ copy: true });
    const before = await revision();
    const { body: check } = await assessor.post(`/evidence/${item.id}/checks`, sighted).expect(201);
    expect(check).toMatchObject({ ...sighted, checkedBy: assessor.id });
    expect(await revision()).toBe(before + 1);
    const watched = { kind: 'written_supervised' };
    const { body: other } = await assessor.post(`/evidence/${item.id}/checks`, watched).expect(201);
    expect(other).toMatchObject({ ...watched, note: '' });
    expect((await candidate.get(`/evidence/${item.id}`).expect(200)).body.checks).toEqual([check, other]);
    const { body: list } = await candidate.get(`/assessments/${assessmentId}/evidence?limit=100`).expect(200);
    expect(list.items.find((one: Row) => one.id === item.id).checks).toEqual([check, other]);
    expect(await factOf(item.id)).toMatchObject({
      sighted: { by: assessor.id, at: check.checkedAt },
      supervised: { by: assessor.id, at: other.checkedAt },
    });
  });

  it('is said once, however often it is sent', async () => {
    const item = await handIn();
    const body = { id: randomUUID(), ...sighted };
    const first = await assessor.post(`/evidence/${item.id}/checks`, body).expect(201);
    const before = await revision();
    const again = await assessor.post(`/evidence/${item.id}/checks`, body).expect(200);
    expect(again.body).toEqual(first.body);
    expect(await revision()).toBe(before);
    const elsewhere = await handIn();
    await assessor.post(`/evidence/${elsewhere.id}/checks`, body).expect(409);
  });

  it.each<[string, object, string[]]>([
    ['a kind nobody knows', { kind: 'looks_fine' }, ['kind isIn']],
    ['no kind', { kind: undefined }, ['kind isChosen']],
    ['a note without end', { note: '長'.repeat(2001) }, ['note maxLength']],
    ['a time of its own', { checkedAt: '2020-01-01T00:00:00Z' }, ['checkedAt whitelistValidation']],
  ])('is refused with %s', async (_, change, expected) => {
    const item = await handIn();
    const { body } = await assessor.post(`/evidence/${item.id}/checks`, { ...sighted, ...change }).expect(400);
    expect(fields(body)).toEqual(expected);
  });

  it('needs an assessor who is entitled to assess, and evidence that still stands', async () => {
    const item = await handIn();
    await candidate.post(`/evidence/${item.id}/checks`, sighted).expect(403);
    const { body } = await second.post(`/evidence/${item.id}/checks`, sighted).expect(422);
    expect(body.details).toMatchObject({ rule: 'P1', reason: 'not_qualified' });
    await candidate.post(`/evidence/${item.id}/withdrawal`, { reason: '誤交' }).expect(200);
    expect((await assessor.post(`/evidence/${item.id}/checks`, sighted).expect(409)).body.code).toBe(
      'evidence_withdrawn',
    );
    await assessor.post(`/evidence/${randomUUID()}/checks`, sighted).expect(404);
  });

  it('has an end', async () => {
    const item = await handIn();
    for (let i = 0; i < 20; i += 1) await assessor.post(`/evidence/${item.id}/checks`, sighted).expect(201);
    const { body } = await assessor.post(`/evidence/${item.id}/checks`, sighted).expect(409);
    expect(body.code).toBe('too_many_checks');
  });
});

describe('a conversation about evidence', () => {
  const record = {
    askedAt: '2026-03-01T14:00:00+08:00',
    place: '會議室',
    questions: [
      { id: '1', text: '怎麼查重？', refs: ['1.1'], mode: 'written', answer: '以電話。', outcome: 'satisfactory' },
      { id: '2', text: '為什麼？', refs: ['1.2'], mode: 'oral', answer: '避免打擾。', outcome: 'not_satisfactory' },
    ],
  };
  const put = async (change: object = {}) => {
    const id = randomUUID();
    await assessor.put(`/assessments/${assessmentId}/questionings/${id}`, { ...record, ...change }).expect(201);
    return id;
  };

  it('confirms it from its signature until it is withdrawn', async () => {
    const [item, other] = [await handIn(), await handIn()];
    const id = await put({ about: [item.id] });
    expect(await factOf(id)).toMatchObject({ questioned: ['oral', 'written'] });
    expect((await factOf(item.id)).confirmedBy).toEqual([]);
    await assessor.post(`/questionings/${id}/signature`, {}).expect(200);
    const again = await put({ about: [other.id, item.id] });
    await assessor.post(`/questionings/${again}/signature`, {}).expect(200);
    expect((await factOf(item.id)).confirmedBy).toEqual([id, again]);
    expect((await factOf(other.id)).confirmedBy).toEqual([again]);
    await assessor.post(`/evidence/${again}/withdrawal`, { reason: '記錯' }).expect(200);
    expect((await factOf(item.id)).confirmedBy).toEqual([id]);
    expect(await factOf(other.id)).toMatchObject({ confirmedBy: [], questioned: [] });
  });

  it('is of the modes of the questions that were asked', async () => {
    const unasked = { ...record.questions[1], answer: '', outcome: 'not_asked' };
    expect((await factOf(await put({ questions: [record.questions[0], unasked] }))).questioned).toEqual(['written']);
    expect((await factOf(await put({ questions: [unasked] }))).questioned).toEqual([]);
  });
});
