import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import request, { type Test as Call } from 'supertest';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { Database } from '../src/database/database.js';
import { checkIntegrity } from '../src/integrity/check.js';
import { looking } from '../src/integrity/open.js';
import { Notice } from '../src/notices/notice.entity.js';
import { Invitation } from '../src/third-parties/invitation.entity.js';
import { ThirdPartyReport } from '../src/third-parties/report.entity.js';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

const asked = {
  name: '王店長',
  email: 'Manager@Example.com',
  relation: '直屬主管',
  targetRefs: ['1.2', '1.1', 'KA1'],
  message: '請就上個月的值班情形說明。',
  locale: 'zh-TW',
};
const written = {
  name: '王店長',
  post: '信義門市店長',
  relation: '直屬主管',
  contact: '02-2345-6789',
  periodFrom: '2025-09-01',
  periodTo: '2026-02-28',
  answers: [
    { ref: '1.1', seen: 'yes', comment: '每週一都做' },
    { ref: '1.2', seen: 'partly' },
    { ref: 'KA1', seen: 'unknown' },
  ],
  general: '工作可靠。',
};

let world: World;
let db: Database;
let candidate: Persona;
let assessor: Persona;
let verifier: Persona;
let stranger: Persona;
let assessmentId: string;
beforeAll(async () => {
  world = await World.open({ env: { TRUST_PROXY: 'true' } });
  db = world.app.get(Database);
  ({ candidate, assessor, assessmentId } = await enrolled(world));
  verifier = await world.person('吳審查', ['verifier']);
  await world.operator
    .post(`/assessments/${assessmentId}/assignments`, { userId: verifier.id, duty: 'verifier' })
    .expect(201);
  const other = await world.operator.post('/training-bodies', { name: '另一機構' }).expect(201);
  stranger = await world.person('外人', ['administrator', 'assessor', 'candidate'], other.body.id);
});
afterAll(() => world?.close());

/** Who has a link and nothing else. Each comes from a network of their own. */
class Guest {
  private static count = 0;
  readonly address = `198.51.100.${(Guest.count += 1)}`;
  constructor(public secret: string) {}
  private with(call: Call): Call {
    return call.set('Authorization', `Invitation ${this.secret}`).set('X-Forwarded-For', this.address);
  }
  get = (path = '/third-party-form'): Call => this.with(request(world.server).get(`/api${path}`));
  put = (body: object): Call => this.with(request(world.server).put('/api/third-party-form')).send(body);
  submit = (contentSha256: string, accepted: unknown = true): Call =>
    this.with(request(world.server).post('/api/third-party-form/submission')).send({ accepted, contentSha256 });
  /** Writes upon what is there now. */
  async write(change: object = {}): Promise<Row> {
    const { headers } = await this.get().expect(200);
    const saved = await this.put({ ...written, ...change })
      .set('If-Match', headers.etag!)
      .expect(200);
    return saved.body as Row;
  }
}

const invitations = () => `/assessments/${assessmentId}/invitations`;
const secretOf = async (id: string): Promise<string> => {
  const letter = await db.read.findOne(Notice, { where: { causeId: id }, order: { id: 'DESC' } });
  return letter!.link!.split('#')[1]!;
};
const invite = async (change: object = {}, by = assessor): Promise<{ id: string; guest: Guest; body: Row }> => {
  const { body } = await by.post(invitations(), { ...asked, ...change }).expect(201);
  return { id: body.id, guest: new Guest(await secretOf(body.id)), body };
};
const submitted = async (change: object = {}) => {
  const made = await invite();
  const { contentSha256 } = await made.guest.write(change);
  const { body } = await made.guest.submit(contentSha256).expect(200);
  const { body: invitation } = await assessor.get(`/invitations/${made.id}`).expect(200);
  return { ...made, contentSha256, form: body as Row, itemId: invitation.itemId as string };
};
const revision = async () => (await assessor.get(`/assessments/${assessmentId}`)).body.revision as number;
const fieldsOf = (body: Row) => body.errors.map(({ field }: { field: string }) => field);

describe('an invitation', () => {
  it('goes out by mail with a link whose secret nobody else sees', async () => {
    const { id, body, guest } = await invite();
    expect(body).toMatchObject({
      id,
      assessmentId,
      name: '王店長',
      email: 'manager@example.com',
      relation: '直屬主管',
      targetRefs: ['1.2', '1.1', 'KA1'],
      state: 'sent',
      invitedBy: { id: assessor.id, name: '陳評量' },
      openedAt: null,
      submittedAt: null,
      itemId: null,
    });
    const letter = await db.read.findOneBy(Notice, { causeId: id });
    expect(letter).toMatchObject({ kind: 'third_party_invitation', email: 'manager@example.com', userId: null });
    expect(letter!.link).toMatch(/^\/third-party#[\w-]{43}$/);
    const row = await db.read.findOneBy(Invitation, { id });
    const answers = [body, await assessor.get(`/invitations/${id}`), await assessor.get(invitations()), row];
    const entries = await db.read.find(AuditEntry);
    expect(JSON.stringify([answers, entries], null, 0)).not.toContain(guest.secret);
    expect(JSON.stringify(body)).not.toContain(row!.secretHash);
    expect(JSON.stringify(entries)).not.toMatch(/王店長|example\.com/);
  });

  it('expires after the days that the body has set', async () => {
    const { body } = await invite();
    expect(Date.parse(body.expiresAt) - Date.parse(body.invitedAt)).toBe(14 * 86_400_000);
  });

  it('is made once however often it is sent, and no second letter goes out', async () => {
    const sent = { id: randomUUID(), ...asked };
    const first = await assessor.post(invitations(), sent).expect(201);
    const before = await revision();
    const again = await assessor.post(invitations(), { ...sent, id: sent.id.toUpperCase() }).expect(200);
    expect(again.body).toEqual(first.body);
    expect(await revision()).toBe(before);
    expect(await db.read.countBy(Notice, { causeId: sent.id })).toBe(1);
    const other = await assessor.post(invitations(), { ...sent, name: '李店長' }).expect(409);
    expect(other.body.code).toBe('already_exists');
    await world.operator.post(invitations(), sent).expect(409);
  });

  it.each<[string, () => object, string]>([
    ['the candidate’s address', () => ({ email: candidate.email.toUpperCase() }), 'third_party_is_candidate'],
    ['the candidate’s name', () => ({ name: ' 林 小美 ' }), 'third_party_is_candidate'],
    ['an assessor’s address', () => ({ email: assessor.email }), 'third_party_is_assessor'],
    ['an assessor’s name', () => ({ name: '陳評量' }), 'third_party_is_assessor'],
  ])('is refused to %s by rule A3, and nothing is sent', async (_, change, reason) => {
    const before = await db.read.count(Notice);
    const { body } = await assessor.post(invitations(), { ...asked, ...change() }).expect(422);
    expect(body).toMatchObject({ code: 'rule_broken', details: { rule: 'A3', reason } });
    expect(body.title).not.toBe(reason);
    expect(await db.read.count(Notice)).toBe(before);
  });

  it('may go to the verifier’s namesake: only the parties are refused', async () => {
    await invite({ name: '吳審查' });
  });

  it.each<[string, object, string[]]>([
    ['no target', { targetRefs: [] }, ['targetRefs']],
    ['a target the pinned version lacks', { targetRefs: ['1.1', '9.9'] }, ['targetRefs.1']],
    ['a heading as target', { targetRefs: ['E1'] }, ['targetRefs.0']],
    ['a target twice', { targetRefs: ['1.1', '1.1'] }, ['targetRefs.1']],
    ['targets without end', { targetRefs: Array(101).fill('1.1') }, ['targetRefs']],
    ['an address that is none', { email: 'manager' }, ['email']],
    ['two addresses', { email: 'a@example.com,b@example.com' }, ['email']],
    ['line breaks in the address', { email: 'a@example.com\r\nBcc: b@example.com' }, ['email']],
    ['no name', { name: ' ' }, ['name']],
    ['a language nobody speaks', { locale: 'tlh' }, ['locale']],
    ['a secret of its own', { secret: 'x' }, ['secret']],
  ])('with %s is refused, and the field named', async (_, change, fields) => {
    const { body } = await assessor.post(invitations(), { ...asked, ...change }).expect(400);
    expect(fieldsOf(body)).toEqual(fields);
  });

  it('is for those who assess or manage to make and see', async () => {
    const { id } = await invite({}, world.operator);
    for (const [person, status] of [
      [candidate, 403],
      [verifier, 403],
      [stranger, 404],
    ] as const) {
      await person.post(invitations(), asked).expect(status);
      await person.get(invitations()).expect(status);
      await person.get(`/invitations/${id}`).expect(status);
      await person.post(`/invitations/${id}/revocation`).expect(status);
      await person.post(`/invitations/${id}/renewal`).expect(status);
    }
    const page = await assessor.get(`${invitations()}?limit=1`).expect(200);
    expect(page.body.items).toHaveLength(1);
    const next = await assessor.get(`${invitations()}?limit=200&cursor=${page.body.next}`).expect(200);
    expect(next.body.items.map((one: Row) => one.id)).toContain(id);
    await world.operator.get(`/invitations/${randomUUID()}`).expect(404);
  });
});

describe('a link', () => {
  it('opens the form: what is asked, of whom, by whom, and what becomes of one’s data', async () => {
    const { id, guest, body } = await invite();
    const form = await guest.get().expect(200);
    expect(form.headers.etag).toBe('"1"');
    expect(form.body).toMatchObject({
      candidate: { name: '林小美' },
      document: { kind: 'competency_unit', code: 'KMM5R0915v2', name: '發展客戶服務的行銷策略' },
      invitedBy: { name: '陳評量' },
      message: asked.message,
      expiresAt: body.expiresAt,
      closed: null,
      submittedAt: null,
      report: { name: '王店長', relation: '直屬主管', post: '', contact: '', periodFrom: null, answers: [] },
    });
    expect(form.body.targets.map(({ ref }: Row) => ref)).toEqual(['1.1', '1.2', 'KA1']);
    expect(form.body.targets[0].text).toMatch(/\S/);
    expect(form.body.privacy).toContain('林小美');
    expect(form.body.statement).toContain(form.body.body.name);
    expect(form.text).not.toContain(guest.secret);
    const opened = await assessor.get(`/invitations/${id}`).expect(200);
    expect(opened.body).toMatchObject({ state: 'opened', openedAt: expect.any(String) });
    await guest.get().expect(200);
    expect((await assessor.get(`/invitations/${id}`)).body.openedAt).toBe(opened.body.openedAt);
  });

  it('speaks the language of the invitation', async () => {
    const { guest } = await invite({ locale: 'en' });
    expect((await guest.get().expect(200)).body.statement).toMatch(/^I declare/);
  });

  it('opens nothing else of the API', async () => {
    const { id, guest } = await invite();
    for (const path of ['/me', '/assessments', `/assessments/${assessmentId}`, `/invitations/${id}`, '/session']) {
      await guest.get(path).expect(401);
    }
    const token = request(world.server).get('/api/me').set('Authorization', `Bearer ts_${guest.secret}`);
    await token.expect(401);
    await assessor.get('/third-party-form').set('X-Forwarded-For', '203.0.113.77').expect(404);
  });

  it('that is unknown, malformed, expired, replaced or revoked is one and the same 404', async () => {
    const [old, replaced, revoked] = [await invite(), await invite(), await invite()];
    await assessor.post(`/invitations/${replaced.id}/renewal`).expect(200);
    await assessor.post(`/invitations/${revoked.id}/revocation`).expect(200);
    const live = await invite();
    const answers = [];
    const ask = async (secret: string) => answers.push(await new Guest(secret).get());
    for (const secret of ['x', 'a'.repeat(43), '', live.guest.secret.slice(1), `${live.guest.secret}A`])
      await ask(secret);
    await ask(replaced.guest.secret);
    await ask(revoked.guest.secret);
    const hash = (await db.read.findOneBy(Invitation, { id: live.id }))!.secretHash;
    await ask(hash);
    answers.push(await request(world.server).get(`/api/third-party-form?secret=${live.guest.secret}`));
    answers.push(await request(world.server).get('/api/third-party-form').set('Cookie', `secret=${live.guest.secret}`));
    world.clock.pass(14);
    await ask(old.guest.secret);
    await ask(live.guest.secret);
    expect(answers).toHaveLength(12);
    const told = answers.map(({ status, body }) => {
      return { status, problem: { ...body, requestId: null } };
    });
    expect(told.every((one) => JSON.stringify(one) === JSON.stringify(told[0]))).toBe(true);
    expect(told[0]).toMatchObject({ status: 404, problem: { code: 'not_found' } });
    for (const call of [old.guest.put(written), old.guest.submit('0'.repeat(64))]) await call.expect(404);
    const states = await Promise.all(
      [old, revoked].map(async ({ id }) => (await assessor.get(`/invitations/${id}`)).body.state),
    );
    expect(states).toEqual(['expired', 'revoked']);
  });

  it('lives anew after renewal, with the draft as it was, and its old letter is not sent any more', async () => {
    const { id, guest, body } = await invite();
    await guest.write({ general: '寫到一半' });
    world.clock.pass(20);
    await guest.get().expect(404);
    const renewed = await assessor.post(`/invitations/${id}/renewal`).expect(200);
    expect(renewed.body.state).toBe('opened');
    expect(renewed.body.expiresAt > body.expiresAt).toBe(true);
    const letters = await db.read.find(Notice, { where: { causeId: id }, order: { id: 'ASC' } });
    expect(letters.map(({ link, droppedAt }) => [link !== null, droppedAt !== null])).toEqual([
      [false, true],
      [true, false],
    ]);
    const again = new Guest(await secretOf(id));
    expect((await again.get().expect(200)).body.report.general).toBe('寫到一半');
    await guest.get().expect(404);
  });

  it('is revoked for good, once, and neither renewed nor used', async () => {
    const { id, guest } = await invite();
    await guest.write();
    const first = await assessor.post(`/invitations/${id}/revocation`).expect(200);
    expect(first.body.state).toBe('revoked');
    const again = await world.operator.post(`/invitations/${id}/revocation`).expect(200);
    expect(again.body).toEqual(first.body);
    await guest.get().expect(404);
    const { body } = await assessor.post(`/invitations/${id}/renewal`).expect(409);
    expect(body.code).toBe('invitation_revoked');
    expect((await db.read.findOneBy(Notice, { causeId: id }))!.link).toBeNull();
  });

  it('is guessed only so often from one network, while links that are good keep working there', async () => {
    const { guest } = await invite();
    const guess = () => new Guest('a'.repeat(43)).get().set('X-Forwarded-For', '203.0.113.9');
    for (let i = 0; i < 30; i += 1) await guess().expect(404);
    const held = await guess().expect(429);
    expect(held.body.code).toBe('throttled');
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(0);
    await guest.get().set('X-Forwarded-For', '203.0.113.9').expect(200);
    await guess().set('X-Forwarded-For', '203.0.113.10').expect(404);
  });
});

describe('a draft', () => {
  it('is kept whole, however unfinished, and seen by nobody else', async () => {
    const { id, guest } = await invite();
    const { report } = await guest.write({ post: '', periodTo: '2099-01-01', answers: [{ ref: '1.1', seen: 'no' }] });
    expect(report).toEqual({ ...written, post: '', periodTo: '2099-01-01', answers: [{ ref: '1.1', seen: 'no' }] });
    const { body } = await guest.put({ name: '王店長' }).set('If-Match', '"2"').expect(200);
    expect(body.report).toMatchObject({ name: '王店長', contact: '', answers: [], periodTo: null });
    expect((await assessor.get(`/invitations/${id}`)).text).not.toContain('每週一都做');
    expect((await assessor.get(`/assessments/${assessmentId}/evidence?limit=200`)).text).not.toContain('第三方報告');
  });

  it('keeps two tabs from overwriting each other', async () => {
    const { guest } = await invite();
    const blind = await guest.put(written).expect(428);
    expect(blind.body.code).toBe('precondition_required');
    const first = await guest.put(written).set('If-Match', '"1"').expect(200);
    expect(first.headers.etag).toBe('"2"');
    const late = await guest
      .put({ ...written, general: '另一個分頁' })
      .set('If-Match', '"1"')
      .expect(412);
    expect(late.body.code).toBe('precondition_failed');
    const again = await guest.put(written).set('If-Match', '"1"').expect(200);
    expect(again.body).toEqual(first.body);
    expect((await guest.get()).body.report.general).toBe(written.general);
  });

  it('does not count as a change to the assessment', async () => {
    const { guest } = await invite();
    const before = await revision();
    await guest.write();
    expect(await revision()).toBe(before);
  });

  it.each<[string, object, string[]]>([
    ['an answer to what was not asked', { answers: [{ ref: '1.3', seen: 'yes' }] }, ['answers.0.ref']],
    ['two answers to the same', { answers: [written.answers[0], written.answers[0]] }, ['answers.1.ref']],
    ['an answer nobody knows', { answers: [{ ref: '1.1', seen: 'maybe' }] }, ['answers.0.seen']],
    ['answers without end', { answers: Array(101).fill(written.answers[0]) }, ['answers']],
    ['a day that does not exist', { periodFrom: '2026-02-30' }, ['periodFrom']],
    ['words without end', { general: '長'.repeat(10_001) }, ['general']],
    ['another’s item', { itemId: randomUUID() }, ['itemId']],
    ['a signature of its own', { submittedSha256: 'x' }, ['submittedSha256']],
  ])('with %s is refused, and what was there stays', async (_, change, fields) => {
    const { guest } = await invite();
    const { body } = await guest
      .put({ ...written, ...change })
      .set('If-Match', '"1"')
      .expect(400);
    expect(fieldsOf(body)).toEqual(fields);
    expect((await guest.get()).body.revision).toBe(1);
  });

  it('stores text that other systems choke on without harm', async () => {
    const { guest } = await invite();
    const { report, contentSha256 } = await guest.write({
      general: 'NUL\u0000 half \ud83d <script>',
      post: 'a\u0007b',
    });
    expect(report).toMatchObject({ general: 'NUL half \uFFFD <script>', post: 'ab' });
    await guest.submit(contentSha256).expect(200);
  });
});

describe('a submission', () => {
  it('is evidence of a third party with a claim for each target that was seen', async () => {
    const before = await revision();
    const { id, itemId, guest, contentSha256, form } = await submitted();
    expect(await revision()).toBeGreaterThan(before);
    const item = await candidate.get(`/evidence/${itemId}`).expect(200);
    expect(item.body).toMatchObject({
      form: 'third_party_report',
      class: 'supplementary',
      title: '第三方報告：王店長（信義門市店長）',
      producedBy: 'third_party',
      submittedBy: assessor.id,
      signedAt: form.submittedAt,
    });
    expect(item.body.producedOn).toBe(form.submittedAt.slice(0, 10));
    const claims = await assessor.get(`/assessments/${assessmentId}/claims?itemId=${itemId}`).expect(200);
    expect(claims.body.items.map((c: Row) => [c.targetRef, c.proposedBy])).toEqual([['1.1', assessor.id]]);
    expect(form).toMatchObject({ closed: 'submitted', contentSha256, revision: 3 });
    expect((await assessor.get(`/invitations/${id}`)).body).toMatchObject({ state: 'submitted', itemId });
    const entry = await db.read.findOneBy(AuditEntry, { action: 'third_party_report.signed', actorId: id });
    expect(JSON.parse(entry!.data)).toEqual({ invitationId: id, evidenceId: itemId, sha256: contentSha256 });
    expect((await guest.get().expect(200)).body.report).toEqual(written);
  });

  it('signs the very words its author saw', async () => {
    const { id, guest } = await invite();
    const { contentSha256, statement, report } = await guest.write();
    const signed = { invitationId: id, assessmentId, targetRefs: asked.targetRefs, ...report, statement };
    expect(createHash('sha256').update(canonicalize(signed)!).digest('hex')).toBe(contentSha256);
    await guest.write({ general: '後來又改了' });
    const { body } = await guest.submit(contentSha256).expect(412);
    expect(body.code).toBe('precondition_failed');
    expect((await guest.get()).body.closed).toBeNull();
  });

  it('needs the statement of truth to be accepted', async () => {
    const { guest } = await invite();
    const { contentSha256 } = await guest.write();
    for (const accepted of [false, 'true', 1, null]) {
      const { body } = await guest.submit(contentSha256, accepted).expect(400);
      expect(fieldsOf(body)).toEqual(['accepted']);
    }
  });

  it('names all that is missing at once, the acceptance too', async () => {
    const { guest } = await invite();
    const { contentSha256 } = await guest.write({ name: '', contact: '' });
    const { body } = await guest.submit(contentSha256, false).expect(400);
    expect(fieldsOf(body)).toEqual(['name', 'contact', 'accepted']);
  });

  it('names all that is missing, and leaves a draft', async () => {
    const { guest } = await invite();
    const future = { periodFrom: '2099-01-02', periodTo: '2099-01-01' };
    const { contentSha256 } = await guest.write({
      ...future,
      name: '',
      post: '',
      relation: '',
      contact: '',
      answers: [],
    });
    const { body } = await guest.submit(contentSha256).expect(400);
    const fields = ['name', 'post', 'relation', 'contact', 'periodFrom', 'periodTo', 'periodTo', 'answers'];
    expect(fieldsOf(body)).toEqual(fields);
    await guest.write();
  });

  it('happens once, however often it is sent, and can never be changed', async () => {
    const { id, guest, contentSha256, form, itemId } = await submitted();
    const answers = await Promise.all(Array.from({ length: 4 }, () => guest.submit(contentSha256)));
    for (const { status, body } of answers) expect([status, body]).toEqual([200, form]);
    const { body } = await guest.submit('0'.repeat(64)).expect(409);
    expect(body.code).toBe('record_signed');
    expect((await guest.put(written).set('If-Match', '"3"').expect(409)).body.code).toBe('record_signed');
    expect((await assessor.post(`/invitations/${id}/renewal`).expect(409)).body.code).toBe('record_signed');
    expect((await assessor.patch(`/evidence/${itemId}`, { title: '改過' }).expect(409)).body.code).toBe(
      'record_signed',
    );
    const claims = await assessor.get(`/assessments/${assessmentId}/claims?itemId=${itemId}`).expect(200);
    expect(claims.body.items).toHaveLength(1);
    world.clock.pass(15);
    await guest.get().expect(404);
  });

  it('is made once by many at once', async () => {
    const { id, guest } = await invite();
    const { contentSha256 } = await guest.write();
    const answers = await Promise.all(Array.from({ length: 6 }, () => guest.submit(contentSha256)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(await db.read.countBy(AuditEntry, { action: 'third_party_report.signed', actorId: id })).toBe(1);
  });

  it('is read by all who see the evidence, and how to reach its author by those who assess or manage', async () => {
    const { itemId, contentSha256 } = await submitted();
    const path = `/third-party-reports/${itemId}`;
    const { answers, general } = written;
    for (const by of [assessor, world.operator]) {
      const { body } = await by.get(path).expect(200);
      expect(body).toMatchObject({ contact: written.contact, email: 'manager@example.com', answers, general });
      expect(body.signedSha256).toBe(contentSha256);
    }
    for (const by of [candidate, verifier]) {
      const { body, text } = await by.get(path).expect(200);
      expect(body).toMatchObject({ name: '王店長', post: '信義門市店長', contact: null, email: null, answers });
      expect(text).not.toMatch(/02-2345|example\.com/);
    }
    await stranger.get(path).expect(404);
    const portfolio = await candidate.post(`/assessments/${assessmentId}/evidence`, {
      title: '作品',
      statement: '原文',
    });
    await assessor.get(`/third-party-reports/${portfolio.body.id}`).expect(404);
  });

  it('survives the revocation of its link', async () => {
    const { id, guest, itemId } = await submitted();
    await assessor.post(`/invitations/${id}/revocation`).expect(200);
    await guest.get().expect(404);
    await assessor.get(`/third-party-reports/${itemId}`).expect(200);
  });

  it('shows still what was signed when the body has another name', async () => {
    const { guest, form } = await submitted();
    await world.changeBody({ name: '改了名的機構' });
    const { body } = await guest.get().expect(200);
    expect([body.statement, body.contentSha256]).toEqual([form.statement, form.contentSha256]);
  });
});

describe('a signed report', () => {
  it('that was changed behind the server’s back is found', async () => {
    const { id } = await submitted();
    const found = async () =>
      (await looking(world.config, checkIntegrity)).problems.map(({ kind, subject }) => [kind, subject]);
    expect(await found()).toEqual([]);
    await db.write((tx) => tx.update(ThirdPartyReport, { invitationId: id }, { general: '改過' }));
    expect(await found()).toEqual([['report_differs', `third_party_reports/${id}`]]);
    await db.write((tx) => tx.update(ThirdPartyReport, { invitationId: id }, { general: written.general }));
  });
});

describe('an author who turns out to be a party', () => {
  const judged = async (change: object) => {
    const { itemId } = await submitted(change);
    const { body } = await assessor.get(`/assessments/${assessmentId}/claims?itemId=${itemId}`);
    const claimId = body.items[0].id as string;
    const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
    const judgements = [{ claimId, decision: 'accepted', rules, reason: '清楚' }];
    await assessor.post(`/assessments/${assessmentId}/judgements`, { judgements }).expect(201);
    const coverage = await assessor.get(`/assessments/${assessmentId}/coverage`).expect(200);
    const cell = coverage.body.cells.find(({ item }: Row) => item === itemId);
    return cell.claims.find(({ id }: Row) => id === claimId) as Row;
  };

  it('counts where they are none', async () => {
    expect(await judged({})).toMatchObject({ counts: true, why: [] });
  });

  it.each<[string, () => object]>([
    ['the candidate by name', () => ({ name: '林小美' })],
    ['the candidate by address', () => ({ contact: `請寫信到 ${candidate.email}` })],
    ['an assessor by name', () => ({ name: '陳　評量' })],
  ])('is heard and does not count: %s', async (_, change) => {
    const claim = await judged(change());
    expect(claim).toMatchObject({ counts: false });
    expect(claim.why).toContain('report_by_party');
  });
});

describe('an assessment that is over', () => {
  it('says so on the form, keeps the draft, and takes neither words nor signature', async () => {
    const made = await enrolled(world);
    const path = `/assessments/${made.assessmentId}/invitations`;
    const { body: invitation } = await made.assessor.post(path, asked).expect(201);
    const guest = new Guest(await secretOf(invitation.id));
    const { contentSha256 } = await guest.write();
    const notYet = { outcome: 'not_yet_competent', reasons: '證據不足。', gaps: [{ text: '尚無觀察' }] };
    const verdict = { ...notYet, feedback: '已有進展。', nextStep: '補上觀察。' };
    await made.assessor.post(`/assessments/${made.assessmentId}/verdicts`, verdict).expect(201);
    for (const call of [
      guest.put({ ...written, general: '補充' }).set('If-Match', '"2"'),
      guest.submit(contentSha256),
      made.assessor.post(path, asked),
      made.assessor.post(`/invitations/${invitation.id}/renewal`),
    ]) {
      expect((await call.expect(409)).body.code).toBe('assessment_decided');
    }
    const { body } = await guest.get().expect(200);
    expect(body).toMatchObject({ closed: 'assessment_decided', report: written });
    await made.assessor.post(`/invitations/${invitation.id}/revocation`).expect(200);
  });
});

describe('a verdict', () => {
  it('shows the report and its author, but neither address nor contact', async () => {
    const made = await enrolled(world);
    const path = `/assessments/${made.assessmentId}`;
    const { body: invitation } = await made.assessor.post(`${path}/invitations`, asked).expect(201);
    const guest = new Guest(await secretOf(invitation.id));
    const { contentSha256 } = await guest.write();
    await guest.submit(contentSha256).expect(200);
    const notYet = { outcome: 'not_yet_competent', reasons: '證據不足。', gaps: [{ text: '尚無觀察' }] };
    const verdict = { ...notYet, feedback: '已有進展。', nextStep: '補上觀察。' };
    const { body: given } = await made.assessor.post(`${path}/verdicts`, verdict).expect(201);
    const { body: record, text } = await made.candidate.get(`/verdicts/${given.id}/record`).expect(200);
    const item = record.items.find(({ form }: Row) => form === 'third_party_report');
    expect(item.report).toEqual({
      reportedBy: { name: '王店長', post: '信義門市店長', relation: '直屬主管' },
      periodFrom: '2025-09-01',
      periodTo: '2026-02-28',
      reportedOn: item.producedOn,
      general: written.general,
      answers: [
        { ref: '1.1', seen: 'yes', comment: '每週一都做' },
        { ref: '1.2', seen: 'partly', comment: null },
        { ref: 'KA1', seen: 'unknown', comment: null },
      ],
      signedSha256: contentSha256,
    });
    expect(text).not.toMatch(/02-2345|manager@/);
  });
});
