import { existsSync } from 'node:fs';
import { documentWith } from './factories/assessment.js';
import { attempt, Page } from './support/page.js';
import { main as resetPassword } from '../src/cli/reset-password.js';
import { Config } from '../src/config.js';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { Database } from '../src/database/database.js';
import { type Persona, World } from './world.js';

let world: World;
let otherBody: string;
let otherAdministrator: Persona;
let number = 0;
beforeAll(async () => {
  world = await World.open({ withoutSeeds: true });
  otherBody = (await world.operator.post('/training-bodies', { name: '別的機構' }).expect(201)).body.id;
  otherAdministrator = await world.person('別管理', ['administrator'], otherBody);
});
afterAll(() => world?.close());

const newAddress = () => `somebody${++number}@example.tw`;
const add = (by: Persona, bodyId: string, email: string, ...roles: string[]) =>
  by.post(`/training-bodies/${bodyId}/people`, { name: '填寫的姓名', email, roles });
const reset = (by: Persona, bodyId: string, userId: string) =>
  by.post(`/training-bodies/${bodyId}/people/${userId}/password-reset`);
const codeOf = async (call: ReturnType<Persona['get']>, status: number): Promise<string> =>
  (await call.expect(status)).body.code;

describe('what was left empty', () => {
  it('is said to be missing, and not how it would have to look', async () => {
    const officer = await world.person('承辦', ['officer']);
    const { body } = await add(officer, world.bodyId, '', 'candidate').expect(400);
    expect(body.errors).toEqual([{ field: 'email', rule: 'isNotEmpty', detail: '請填寫這個欄位。' }]);
    const path = `/training-bodies/${world.bodyId}/assessments`;
    const { body: unchosen } = await officer
      .post(path, { documentId: '', leadAssessorId: '', pathway: null })
      .expect(400);
    expect(unchosen.errors.map(({ field, rule }: Record<string, string>) => [field, rule])).toEqual(
      ['candidateId', 'documentId', 'pathway', 'leadAssessorId'].map((field) => [field, 'isChosen']),
    );
  });
});

describe('an address that is known already', () => {
  it('gets the new roles where its person belongs to the body', async () => {
    const officer = await world.person('承辦', ['officer']);
    const known = await world.person('阿美', ['assessor']);
    const { body } = await add(officer, world.bodyId, known.email.toUpperCase(), 'candidate').expect(201);
    expect(body).toMatchObject({ id: known.id, name: '阿美', oneTimePassword: null });
    await known.get('/me').expect(200);
    const me = await known.get('/me').expect(200);
    expect(me.body.operator).toBe(false);
    expect((await world.operator.get('/me').expect(200)).body.operator).toBe(true);
    expect(me.body.memberships.map(({ role }: { role: string }) => role).sort()).toEqual(['assessor', 'candidate']);
  });

  it('is refused to another body, which learns nothing of the person and is told who may add them', async () => {
    const known = await world.person('阿美的全名', ['assessor']);
    const answer = await add(otherAdministrator, otherBody, known.email, 'candidate').expect(409);
    expect(answer.body).toMatchObject({ code: 'email_taken', title: expect.stringMatching(/系統管理者/) });
    expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${known.id}|${known.email}|阿美`));
    expect((await known.get('/me').expect(200)).body.memberships).toHaveLength(1);
  });

  it('is added to any body by the operator, and goes on with its password', async () => {
    const known = await world.person('阿強', ['assessor']);
    const page = await Page.open(world.server, known.email);
    const { body } = await add(world.operator, otherBody, known.email, 'candidate').expect(201);
    expect(body).toMatchObject({ id: known.id, name: '阿強', oneTimePassword: null });
    await page.get('/me').expect(200);
    expect((await known.get('/me').expect(200)).body.memberships).toHaveLength(2);
  });

  it('gets another one-time password when it is added before the first was used, known to another body', async () => {
    const email = newAddress();
    const first = (await add(otherAdministrator, otherBody, email, 'candidate').expect(201)).body.oneTimePassword;
    const page = await Page.open(world.server, email, first);
    const { body } = await add(world.operator, world.bodyId, email, 'candidate').expect(201);
    expect(body.oneTimePassword).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    await page.get('/session').expect(401);
    await attempt(world.server, email, first).expect(401);
    await world.signInFirst(email, body.oneTimePassword, '新人');
  });
});

describe('a reset password', () => {
  it('ends every session and API token at once', async () => {
    const person = await world.person('阿明', ['assessor']);
    const page = await Page.open(world.server, person.email);
    const { body } = await reset(world.operator, world.bodyId, person.id).expect(201);
    await page.get('/session').expect(401);
    await person.get('/me').expect(401);
    await attempt(world.server, person.email).expect(401);
    const again = await world.signInFirst(person.email, body.oneTimePassword, '阿明');
    expect((await again.get('/api-tokens').expect(200)).body).toHaveLength(1);
  });

  it('of a person of two bodies comes from the operator alone', async () => {
    const person = await world.person('兩地', ['assessor']);
    await add(world.operator, otherBody, person.email, 'assessor').expect(201);
    expect(await codeOf(reset(otherAdministrator, otherBody, person.id), 403)).toBe('forbidden');
    const { body } = await reset(world.operator, otherBody, person.id).expect(201);
    await world.signInFirst(person.email, body.oneTimePassword, '兩地');
  });
});

describe('reset-password on the console', () => {
  const call = async (config: Config, ...args: string[]) => {
    let [out, err] = ['', ''];
    const code = await resetPassword(
      args,
      config,
      (text) => (out += text),
      (text) => (err += text),
    );
    return { code, out, err };
  };

  it('lets an operator back in who lost the password, while the server runs, and leaves a trace', async () => {
    const { operator } = world;
    const { code, out } = await call(world.config, 'Admin@touchstone.local');
    expect(code).toBe(0);
    const [password] = /\w{4}-\w{4}-\w{4}/.exec(out)!;
    await operator.get('/me').expect(401);
    world.operator = await world.signInFirst('admin@touchstone.local', password, '管理者');
    const entries = await world.app.get(Database).read.findBy(AuditEntry, { action: 'password.reset' });
    expect(entries.at(-1)).toMatchObject({ actorId: 'system', subjectId: operator.id });
  });

  it('says what is wrong with an unknown address, a wrong call and an absent database, and makes nothing', async () => {
    const unknown = await call(world.config, 'no\u001bbody@example.tw');
    expect(unknown).toEqual({ code: 1, out: '', err: expect.stringMatching(/No account has the address no�body/) });
    for (const args of [[], ['a@b.tw', 'c@d.tw'], ['--all']]) {
      expect(await call(world.config, ...args)).toMatchObject({ code: 2, err: expect.stringContaining('Usage') });
    }
    if (world.config.databaseUrl) return;
    const nowhere = new Config({ DATA_DIR: `${world.folder}/nowhere` });
    expect(await call(nowhere, 'admin@touchstone.local')).toMatchObject({ code: 2, out: '' });
    expect(existsSync(nowhere.dataDir)).toBe(false);
  });
});

describe('a body', () => {
  it('keeps its last administrator, and says what to do', async () => {
    const bodyId = (await world.operator.post('/training-bodies', { name: '一人機構' }).expect(201)).body.id;
    const { body } = await world.operator.get(`/training-bodies/${bodyId}/people`).expect(200);
    const end = () =>
      world.operator.post(`/training-bodies/${bodyId}/memberships/${body.items[0].memberships[0].id}/ending`);
    const refused = await end().set('Accept-Language', 'en').expect(409);
    expect(refused.body).toMatchObject({
      code: 'last_administrator',
      title: expect.stringMatching(/another administrator/),
    });
    await add(world.operator, bodyId, newAddress(), 'administrator').expect(201);
    await end().expect(204);
  });

  it('is changed only upon what was read last', async () => {
    const path = `/training-bodies/${world.bodyId}`;
    const read = async () => (await world.operator.get(path).expect(200)).headers.etag!;
    const first = await read();
    const change = (body: object, tag?: string) => {
      const call = world.operator.patch(path, body);
      return tag ? call.set('If-Match', tag) : call;
    };
    expect(await codeOf(change({ name: '盲改' }), 428)).toBe('precondition_required');
    const changed = await change({ name: '新名' }, first).expect(200);
    expect(await codeOf(change({ name: '晚一步' }, first), 412)).toBe('precondition_failed');
    expect(changed.headers.etag).toBe(await read());
    expect(changed.headers.etag).toBe(`"${changed.body.revision}"`);
    const [listed] = (await world.operator.get('/training-bodies').expect(200)).body;
    expect(listed).toMatchObject({ revision: changed.body.revision, name: '新名' });
    await change({ name: '改名' }, changed.headers.etag).expect(200);
  });
});

describe('a person', () => {
  it('who changes their own language leaves a trace', async () => {
    const person = await world.person('阿語', ['candidate']);
    await person.patch('/me', { locale: 'en' }).expect(200);
    await person.patch('/me', { locale: 'en' }).expect(200);
    const entries = await world.app.get(Database).read.findBy(AuditEntry, { action: 'person.updated' });
    expect(entries).toMatchObject([{ actorId: person.id, subjectId: person.id, data: '{"locale":"en"}' }]);
  });
});

describe('an administrator who is also a candidate', () => {
  let both: Persona;
  let assessor: Persona;
  let documentId: string;
  const enrol = (by: Persona) =>
    by.post(`/training-bodies/${world.bodyId}/assessments`, {
      candidateId: both.id,
      documentId,
      pathway: 'rpl',
      leadAssessorId: assessor.id,
    });
  beforeAll(async () => {
    documentId = await documentWith(world.app.get(Database), { criteria: 1 });
    both = await world.person('球員兼裁判', ['administrator', 'candidate']);
    assessor = await world.person('陳評量', ['assessor']);
  });

  it('cannot enrol themselves', async () => {
    expect(await codeOf(enrol(both), 403)).toBe('forbidden');
    await enrol(world.operator).expect(201);
  });

  it('learns that a lead assessor’s duty passes only to another', async () => {
    const { id } = (await both.get('/assessments').expect(200)).body.items[0];
    const [lead] = (await both.get(`/assessments/${id}`).expect(200)).body.assignments;
    const ending = world.operator.post(`/assessments/${id}/assignments/${lead.id}/ending`).set('Accept-Language', 'en');
    const { body } = await ending.expect(409);
    expect(body).toMatchObject({ code: 'lead_assessor_needed', title: expect.stringMatching(/another lead/i) });
  });

  it('cannot take over the account of who assesses them, as long as they do', async () => {
    const { body } = await both.get('/assessments').expect(200);
    const { id } = body.items[0];
    expect(await codeOf(reset(both, world.bodyId, assessor.id), 403)).toBe('forbidden');
    await assessor.get('/me').expect(200);
    const next = await world.person('林評量', ['assessor']);
    const lead = { userId: next.id, duty: 'lead_assessor' };
    await world.operator.post(`/assessments/${id}/assignments`, lead).expect(201);
    await reset(both, world.bodyId, assessor.id).expect(201);
    expect(await codeOf(reset(both, world.bodyId, next.id), 403)).toBe('forbidden');
  });
});

describe('what an assessor says of their interests', () => {
  it('is read by who runs the assessment, while the candidate learns only whether there is a conflict', async () => {
    const candidate = await world.person('阿珍', ['candidate']);
    const assessor = await world.person('陳評量', ['assessor']);
    const documentId = await documentWith(world.app.get(Database), { criteria: 1 });
    const enrolment = { candidateId: candidate.id, documentId, pathway: 'rpl', leadAssessorId: assessor.id };
    const path = `/training-bodies/${world.bodyId}/assessments`;
    const { id } = (await world.operator.post(path, enrolment).expect(201)).body;
    const declared = { conflict: true, statement: '家人與受評者同事。' };
    await assessor.post(`/assessments/${id}/interest-declarations`, declared).expect(201);
    const seenBy = async (who: Persona) => (await who.get(`/assessments/${id}`).expect(200)).body.interests;
    for (const who of [world.operator, assessor]) expect(await seenBy(who)).toMatchObject([declared]);
    expect(await seenBy(candidate)).toMatchObject([{ userId: assessor.id, conflict: true, statement: null }]);
  });
});
