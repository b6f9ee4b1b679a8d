import { Database } from '../src/database/database.js';
import { documentWith, assessmentWith } from './factories/assessment.js';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

const notYet = {
  outcome: 'not_yet_competent',
  reasons: '三項指標尚無證據。',
  gaps: [{ targetRef: '1.1', text: '尚未蒐集顧客意見' }],
  feedback: '已完成的部分紮實。',
  nextStep: '補上觀察後再評量。',
};

let world: World;
let db: Database;
let candidate: Persona;
let assessor: Persona;
let documentId: string;
let attempt = 1;

beforeAll(async () => {
  world = await World.open();
  db = world.app.get(Database);
  ({ candidate, assessor } = await enrolled(world));
  documentId = await documentWith(db, { criteria: 2, knowledge: 1 });
});
afterAll(() => world?.close());
beforeEach(() => world.clock.set('2026-03-10T04:00:00.000Z'));

/** A verdict of 10 March 2026, noon in Taipei, that nobody was told of. */
async function given(): Promise<{ id: string; assessmentId: string; pdfSha256: string; documentNumber: string }> {
  const people = { bodyId: world.bodyId, candidateId: candidate.id, leadId: assessor.id };
  const shape = { ...people, documentId, attempt: (attempt += 1), refs: ['1.1'], items: 1 };
  const { id } = await assessmentWith(db, shape);
  return (await assessor.post(`/assessments/${id}/verdicts`, notYet).expect(201)).body;
}
const notify = (id: string, body: object = { channel: 'in_app' }, by = assessor) =>
  by.post(`/verdicts/${id}/notification`, body);
const receive = (id: string, documentSha256: unknown, by = candidate) =>
  by.post(`/verdicts/${id}/receipt`, { documentSha256 });
const faults = ({ body }: { body: { errors?: { field: string; rule: string }[] } }) =>
  (body.errors ?? []).map(({ field, rule }) => `${field} ${rule}`);

describe('a notification', () => {
  it('begins the window of the settings that the verdict was given under', async () => {
    const { id, assessmentId } = await given();
    await world.changeSettings({ appealDays: 7 });
    const { body } = await notify(id).expect(201);
    expect(body).toMatchObject({ verdictId: id, channel: 'in_app', notifiedOn: '2026-03-10', notifiedBy: assessor.id });
    expect(body).toMatchObject({ appealUntil: '2026-04-09', settingsVersion: 0 });
    const { body: verdict } = await candidate.get(`/assessments/${assessmentId}/verdict`).expect(200);
    expect(verdict).toMatchObject({ notifiedOn: '2026-03-10', appealUntil: '2026-04-09' });

    const later = await given();
    const { body: short } = await notify(later.id).expect(201);
    expect(short.appealUntil).toBe('2026-03-17');
    expect(short.settingsVersion).toBeGreaterThan(0);
    await world.changeSettings({ appealDays: 30 });
  });

  it('is of the day in Taipei, also when it is another one in Greenwich', async () => {
    const { id } = await given();
    world.clock.set('2026-03-10T16:00:00.000Z');
    const { body } = await notify(id).expect(201);
    expect(body).toMatchObject({ notifiedOn: '2026-03-11', appealUntil: '2026-04-10' });
  });

  it('is told to the candidate, without saying which verdict it is', async () => {
    const { id } = await given();
    await notify(id).expect(201);
    const { body } = await candidate.get('/me/notices').expect(200);
    const newest = body.items.find(({ kind }: { kind: string }) => kind === 'verdict_notified');
    const { body: notice } = await candidate.get(`/notices/${newest.id}`).expect(200);
    expect(notice.text).toContain('2026-04-09');
    expect(JSON.stringify(notice)).not.toMatch(/尚未具備/);
  });

  it('stands once: the same again answers it, another is refused', async () => {
    const { id } = await given();
    const input = { channel: 'post', notifiedOn: '2026-03-10' };
    const [first, ...again] = await Promise.all([1, 2, 3].map(() => notify(id, input)));
    expect([first, ...again].map((answer) => answer!.status).sort()).toEqual([200, 200, 201]);
    for (const { body } of again) expect(body).toEqual(first!.body);
    world.clock.pass(1);
    expect((await notify(id, { channel: 'post' }).expect(200)).body).toEqual(first!.body);
    const { body } = await notify(id, { channel: 'in_person', notifiedOn: '2026-03-10' }).expect(409);
    expect(body).toMatchObject({ code: 'verdict_notified' });
    expect(body.title).toContain('2026-03-10');
  });

  it.each([
    [{ channel: 'in_person', notifiedOn: '2026-03-09' }, 'notifiedOn isNotBeforeVerdict'],
    [{ channel: 'post', notifiedOn: '2026-03-13' }, 'notifiedOn isNotFuture'],
    [{ channel: 'in_app', notifiedOn: '2026-03-11' }, 'notifiedOn isToday'],
    [{ channel: 'post', notifiedOn: '2026-02-30' }, 'notifiedOn isCalendarDate'],
    [{ channel: 'pigeon' }, 'channel isIn'],
    [{}, 'channel isIn'],
  ])('with %j is refused: %s', async (input, fault) => {
    const { id } = await given();
    world.clock.pass(2);
    expect(faults(await notify(id, input).expect(400))).toEqual([fault]);
  });

  it('may say that the candidate was told on an earlier day, in person or by post', async () => {
    const { id } = await given();
    world.clock.pass(2);
    const { body } = await notify(id, { channel: 'in_person', notifiedOn: '2026-03-10' }).expect(201);
    expect(body).toMatchObject({ notifiedOn: '2026-03-10', appealUntil: '2026-04-09' });
  });
});

describe('a receipt', () => {
  it('says that the candidate has the document, and that it is no consent', async () => {
    const { id, pdfSha256 } = await given();
    await notify(id).expect(201);
    const { body } = await receive(id, pdfSha256).expect(201);
    expect(body).toMatchObject({ verdictId: id, receivedBy: candidate.id, documentSha256: pdfSha256 });
    expect(body.statement).toContain('不代表同意');
    const { body: again } = await receive(id, pdfSha256).set('Accept-Language', 'en').expect(200);
    expect(again).toMatchObject({ id: body.id, receivedAt: body.receivedAt });
    expect(again.statement).toContain('no consent');
  });

  it('is of the document that was issued, and after the notification', async () => {
    const { id, pdfSha256 } = await given();
    expect((await receive(id, pdfSha256).expect(409)).body.code).toBe('verdict_unnotified');
    await notify(id).expect(201);
    const fault = 'documentSha256 isIssuedDocument';
    expect(faults(await receive(id, pdfSha256.replace(/./g, 'a')).expect(400))).toEqual([fault]);
    for (const wrong of [pdfSha256.toUpperCase(), '', 7, null]) await receive(id, wrong).expect(400);
  });
});
