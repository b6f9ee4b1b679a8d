import { Clock } from '../src/common/clock.js';
import { type Locale, locales } from '../src/i18n/i18n.js';
import { type NoticeKind, type NoticeParams, noticeSubjects, noticeText } from '../src/i18n/notices.js';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { Database } from '../src/database/database.js';
import { Letters } from '../src/notices/letters.js';
import { type Mail, Mailer } from '../src/notices/mailer.js';
import { Notice } from '../src/notices/notice.entity.js';
import { dropNotices, type NewNotice, notify } from '../src/notices/notify.js';
import { mostAttempts } from '../src/notices/queue.js';
import { Sender } from '../src/notices/sender.js';
import { MailServer } from './support/mail-server.js';
import { type Persona, World } from './world.js';

let world: World;
let db: Database;
let candidate: Persona;
let causes = 0;
const server = new MailServer();
const asked = { document: 'KMM5R0915v2 處理客訴', what: '請補交 3 月份的處理紀錄。', dueOn: '2026-03-20' };
const stranger = { email: 'outside@example.tw', name: '王主管', locale: 'zh-TW' as Locale };
const invited = { candidate: '林小美', document: '處理客訴', until: '2026-03-16', message: '麻煩您了' };

const causeId = () => `cause-${(causes += 1)}`;
const tell = <K extends NoticeKind>(notice: Pick<NewNotice<K>, 'kind' | 'to' | 'params'> & Partial<NewNotice<K>>) =>
  db.write((tx) => {
    const at = world.clock.instant();
    return notify<K>(tx, { bodyId: world.bodyId, causeId: causeId(), at, ...notice });
  });
const ask = (to: NewNotice<'evidence_request'>['to'], more: Partial<NewNotice<'evidence_request'>> = {}) =>
  tell({ kind: 'evidence_request', to, params: asked, ...more });
const invite = (more: Partial<NewNotice<'third_party_invitation'>> = {}) =>
  tell({ kind: 'third_party_invitation', to: stranger, params: invited, link: '/report/s3cret', ...more });
const row = async (id: string) => (await db.read.findOneBy(Notice, { id }))!;
const send = () => world.app.get(Sender).sendDue();
const minutes = (count: number) => world.clock.pass(count / 1440);
const listed = async (state: string) =>
  (await world.operator.get(`/training-bodies/${world.bodyId}/notices?state=${state}&limit=200`).expect(200)).body
    .items;
const stateOf = async (id: string) => (await world.operator.get(`/notices/${id}`).expect(200)).body.state;
const resend = (id: string) => world.operator.post(`/training-bodies/${world.bodyId}/notices/${id}/resend`);
const messageIds = (address: string) => server.to(address).map(({ headers }) => headers.get('message-id'));

describe('the words of notices', () => {
  const secrets = { candidate: '林小美', document: 'KMM5R0915v2', until: '2026-03-16', what: '敘述', number: 'A-1' };
  const params = { ...secrets, dueOn: '2026-03-20', appealUntil: '2026-04-01', message: '麻煩' };
  const lines: NoticeParams['reminder']['lines'] = [
    { kind: 'claims_unjudged', count: 3, since: '2026-03-01', dueOn: null },
    { kind: 'qualification_ending', count: 1, since: '2026-03-01', dueOn: '2026-03-31' },
  ];
  const kinds = Object.keys(noticeSubjects.en) as NoticeKind[];
  const cases = kinds.flatMap((kind) => locales.map((locale) => ({ kind, locale })));
  const words = ({ kind, locale }: { kind: NoticeKind; locale: Locale }) => {
    const told = kind === 'reminder' ? { lines } : (params as unknown as NoticeParams[NoticeKind]);
    const link = 'https://t.example.tw/report/s3cret';
    const from = { bodyName: '某機構', publicUrl: 'https://t.example.tw' };
    return noticeText({ kind, params: told, name: '收件人', link, ...from }, locale);
  };

  it.each(cases)('tell nothing of a person in the subject: $kind, $locale', (which) => {
    const { subject } = words(which);
    expect(subject).toContain('某機構');
    const personal = [...Object.values(params), '收件人', 's3cret'];
    expect(personal.filter((word) => subject.includes(word))).toEqual([]);
    expect(subject).not.toMatch(/[\n{}]/);
    expect(subject.replace('某機構', '').length).toBeLessThan(60);
  });

  it.each(cases)('are whole, say who writes, and lead to the public address: $kind, $locale', (which) => {
    const { text } = words(which);
    expect(text).toContain('收件人');
    expect(text).toContain('某機構\nhttps://t.example.tw\n');
    expect(text).not.toMatch(/[{}]|undefined|null/);
    if (which.locale === 'en') expect(text).not.toMatch(/您|，|。/);
  });

  it('leave out a line about what nobody gave, and put no outcome into a mail', () => {
    const from = { bodyName: null, publicUrl: 'https://t.example.tw', name: '某人', link: null };
    const without = noticeText({ kind: 'evidence_request', params: { ...asked, dueOn: null }, ...from }, 'zh-TW');
    expect(without.text).toContain(asked.what);
    expect(without.text).not.toMatch(/期限|\n\n\n/);
    expect(without.subject).toContain('試金石');
    expect(words({ kind: 'verdict_notified', locale: 'zh-TW' }).text).not.toMatch(/已具備|尚未具備/);
  });

  it('show marks in what people wrote as they are', () => {
    const from = {
      bodyName: '某{link}機構',
      publicUrl: 'https://t.example.tw',
      name: '{link}',
      link: 'https://secret',
    };
    const { text, subject } = noticeText(
      { kind: 'evidence_request', params: { ...asked, what: '{link}' }, ...from },
      'en',
    );
    expect(text + subject).not.toContain('https://secret');
  });
});

describe('with a mail server', () => {
  beforeAll(async () => {
    await server.start();
    const env = { SMTP_URL: server.url, MAIL_FROM: '試金石 <no-reply@touchstone.example.tw>' };
    world = await World.open({ withoutSeeds: true, env: { ...env, PUBLIC_URL: 'http://t.example.tw' } });
    db = world.app.get(Database);
    candidate = await world.person('林小美', ['candidate']);
  });
  afterAll(async () => {
    await world?.close();
    await server.stop();
  });
  beforeEach(() => {
    server.received.length = 0;
    server.refuseWith = null;
  });

  it('a notice arrives once, in plain text, in its reader’s language, and says what to do', async () => {
    const id = await ask({ userId: candidate.id });
    await send();
    await send();
    const [mail, ...more] = server.to(candidate.email);
    expect(more).toEqual([]);
    expect(mail!.from).toBe('no-reply@touchstone.example.tw');
    expect(mail!.headers.get('to')).toBe(`林小美 <${candidate.email}>`);
    expect(mail!.headers.get('from')).toBe('試金石 <no-reply@touchstone.example.tw>');
    expect(mail!.headers.get('subject')).toMatch(/請補充證據$/);
    expect(mail!.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(mail!.headers.get('content-language')).toBe('zh-TW');
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail!.text).toContain(`林小美您好：`);
    expect(mail!.text).toContain(asked.what);
    expect(mail!.text).toContain('http://t.example.tw');
    const { sentAt, messageId, attempts, nextAttemptAt } = await row(id);
    expect({ messageId, attempts, nextAttemptAt }).toEqual({
      messageId: mail!.headers.get('message-id'),
      attempts: 1,
      nextAttemptAt: null,
    });
    expect(sentAt).not.toBeNull();
    expect(await stateOf(id)).toBe('sent');
  });

  it('the language, name and address are those of the moment it is sent', async () => {
    const id = await ask({ userId: candidate.id });
    await candidate.patch('/me', { locale: 'en' }).expect(200);
    await send();
    const [mail] = server.to(candidate.email);
    expect(mail!.headers.get('subject')).toMatch(/More evidence is needed$/);
    expect(mail!.text).toContain('Dear 林小美,');
    await candidate.patch('/me', { locale: 'zh-TW' }).expect(200);
    const { body } = await candidate.get(`/notices/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'sent', to: { locale: 'en', email: candidate.email } });
    expect(body.text).toBe(mail!.text);
  });

  it('what is rolled back is never told', async () => {
    const at = world.clock.instant();
    const failing = db.write(async (tx) => {
      const notice = { kind: 'evidence_request', to: stranger, bodyId: world.bodyId, params: asked } as const;
      await notify(tx, { ...notice, causeId: causeId(), at });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    await send();
    expect(server.received).toEqual([]);
  });

  it('a link with a secret is in the mail and nowhere else, and gone from the database once it is sent', async () => {
    const id = await invite();
    const before = await world.operator.get(`/notices/${id}`).expect(200);
    expect(before.text).not.toContain('s3cret');
    await send();
    expect(server.to(stranger.email)[0]!.text).toContain('\nhttp://t.example.tw/report/s3cret\n');
    expect((await row(id)).link).toBeNull();
    const { text } = await world.operator.get(`/notices/${id}`).expect(200);
    expect(text).not.toContain('s3cret');
  });

  it('a notice whose cause is gone is not sent, and its secret is wiped', async () => {
    const cause = causeId();
    const id = await invite({ causeId: cause });
    const other = await invite();
    await db.write((tx) => dropNotices(tx, cause, world.clock.instant()));
    await send();
    expect(messageIds(stranger.email)).toEqual([(await row(other)).messageId]);
    expect(await row(id)).toMatchObject({ link: null, nextAttemptAt: null, sentAt: null });
    expect(await stateOf(id)).toBe('dropped');
    await db.write((tx) => dropNotices(tx, cause, world.clock.instant()));
    expect((await listed('dropped')).map((n: { id: string }) => n.id)).toEqual([id]);
  });

  it('nothing is sent before it is due, nor when it is of no use any more', async () => {
    const later = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    const due = await ask(stranger, { dueAt: later });
    const old = await invite({ expiresAt: later, dueAt: later });
    await send();
    expect(server.received).toEqual([]);
    minutes(61);
    await send();
    expect(messageIds(stranger.email)).toEqual([(await row(due)).messageId]);
    expect(await stateOf(old)).toBe('dropped');
    expect((await row(old)).link).toBeNull();
  });

  it('is tried again, later and later, while the server is down, and arrives when it is back', async () => {
    await server.stop();
    const id = await ask(stranger);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await send();
      const { attempts, nextAttemptAt, lastError } = await row(id);
      expect({ attempts, lastError }).toEqual({ attempts: attempt, lastError: expect.stringMatching(/^E[A-Z]+$/) });
      waits.push(Math.round((Date.parse(nextAttemptAt!) - world.clock.now().getTime()) / 60_000));
      await send();
      expect((await row(id)).attempts).toBe(attempt);
      minutes(waits.at(-1)! + 0.1);
    }
    expect(waits).toEqual([1, 5, 30]);
    expect((await listed('waiting')).map((n: { id: string }) => n.id)).toEqual([id]);
    await server.start();
    await send();
    expect(server.to(stranger.email)).toHaveLength(1);
    expect(await row(id)).toMatchObject({ attempts: 4, lastError: null });
  });

  it('is given up after the last attempt, and sent once somebody asks for it again', async () => {
    server.refuseWith = { code: 451, text: `try later, ${stranger.email}` };
    const id = await ask(stranger, { expiresAt: '2099-01-01T00:00:00.000Z' });
    for (let i = 0; i < mostAttempts + 2; i += 1) {
      await send();
      minutes(1441);
    }
    const failed = await row(id);
    expect(failed).toMatchObject({ attempts: mostAttempts, nextAttemptAt: null, lastError: 'EENVELOPE 451' });
    expect((await listed('failed')).map((n: { id: string }) => n.id)).toEqual([id]);
    server.refuseWith = null;
    expect((await resend(id).expect(200)).body).toMatchObject({ state: 'waiting', attempts: 0, lastError: null });
    await send();
    expect(messageIds(stranger.email)).toEqual([failed.messageId]);
    const again = await resend(id).expect(409);
    expect(again.body.code).toBe('notice_not_failed');
    expect(await db.read.countBy(AuditEntry, { action: 'notice.resent', subjectId: id })).toBe(1);
  });

  it('an address that the server or we refuse for good is not tried again', async () => {
    server.refuseWith = { code: 550, text: 'no such user' };
    const unknown = await ask(stranger);
    await send();
    expect(await row(unknown)).toMatchObject({ attempts: 1, nextAttemptAt: null, lastError: 'EENVELOPE 550' });
    server.refuseWith = null;
    const hostile = [
      'a@example.tw, b@example.tw',
      '"x@evil.tw y"@example.tw',
      'a@example.tw\r\nBcc: b@evil.tw',
      '<b@evil.tw>a@example.tw',
      'a(b@evil.tw)@example.tw',
      '',
      `${'a'.repeat(65)}@example.tw`,
    ];
    const ids = await Promise.all(hostile.map((email) => ask({ ...stranger, email })));
    await send();
    for (const id of ids) expect(await row(id)).toMatchObject({ nextAttemptAt: null, lastError: 'EADDRESS' });
    expect(server.received).toEqual([]);
  });

  it('names and words that want to be headers, or are very long, stay names and words', async () => {
    const bodyId = (await world.operator.post('/training-bodies', { name: '機構\u2028Bcc: b@evil.tw' }).expect(201))
      .body.id;
    const name = '王\r\nBcc: c@evil.tw\r\n\r\n<script>"大",明;';
    const what = `${'長'.repeat(50_000)}\r\n.\r\nMAIL FROM:<d@evil.tw>\nBcc: e@evil.tw`;
    await ask({ ...stranger, name }, { bodyId, params: { ...asked, what } });
    await send();
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail!.to).toEqual([stranger.email]);
    expect([...mail!.headers.keys()]).not.toContain('bcc');
    expect(mail!.headers.get('to')).toMatch(/王 Bcc: c@evil\.tw <script>\\?"大\\?",明;"? <outside@example\.tw>$/);
    expect(mail!.raw.split('\r\n').every((line) => line.length <= 998)).toBe(true);
    expect(mail!.text).toContain(what.replaceAll('\r\n', '\n'));
  });

  it('two instances share the work and send nothing twice', async () => {
    const second = new Sender(db, world.app.get(Clock), world.app.get(Mailer), world.app.get(Letters));
    const ids = await Promise.all(Array.from({ length: 20 }, () => ask(stranger)));
    await Promise.all([send(), second.sendDue()]);
    expect(new Set(messageIds(stranger.email)).size).toBe(ids.length);
    expect(server.received).toHaveLength(ids.length);
  });

  it('a mail that a server sent and died before writing down goes out once more, under the same Message-ID', async () => {
    let die!: (reason: Error) => void;
    let delivered!: () => void;
    const sent = new Promise<void>((done) => (delivered = done));
    const never = new Promise<void>((_, reject) => (die = reject));
    class Dying extends Mailer {
      override async send(mail: Mail): Promise<void> {
        await super.send(mail);
        delivered();
        await never;
      }
    }
    const dying = new Sender(db, world.app.get(Clock), new Dying(world.config), world.app.get(Letters));
    const id = await invite();
    const death = dying.sendDue();
    await sent;
    await send();
    expect(server.received).toHaveLength(1);
    minutes(5.1);
    await send();
    expect(server.received).toHaveLength(2);
    expect(new Set(messageIds(stranger.email)).size).toBe(1);
    expect(await row(id)).toMatchObject({ attempts: 2, link: null });
    die(new Error('dead'));
    await death;
    expect(await stateOf(id)).toBe('sent');
  });

  it('shows people theirs, page by page and newest first, and nothing of others', async () => {
    const other = await world.person('張同學', ['candidate']);
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) ids.unshift(await ask({ userId: other.id }));
    const first = (await other.get('/me/notices?limit=2').expect(200)).body;
    const second = (await other.get(`/me/notices?limit=2&cursor=${first.next}`).expect(200)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
    expect((await other.get('/me/notices?state=sent').expect(200)).body.items).toEqual([]);
    await other.get('/me/notices?state=lost').expect(400);
    await candidate.get(`/notices/${ids[0]}`).expect(404);
  });
});

describe('without a mail server', () => {
  beforeAll(async () => {
    world = await World.open({ withoutSeeds: true });
    db = world.app.get(Database);
    candidate = await world.person('林小美', ['candidate']);
  });
  afterAll(() => world?.close());

  it('notices are kept to be read, and nothing is tried', async () => {
    const id = await ask({ userId: candidate.id });
    await send();
    const [kept] = await listed('kept');
    expect(kept).toMatchObject({
      id,
      attempts: 0,
      to: { name: '林小美', email: candidate.email, userId: candidate.id },
    });
    expect(await listed('waiting')).toEqual([]);
    const { body } = await candidate.get(`/notices/${id}`).expect(200);
    expect(body.text).toContain(asked.what);
  });

  it('a link is handed over by an administrator alone, who leaves a trace, and only while it is good', async () => {
    const officer = await world.person('承辦', ['officer']);
    const twofold = await world.person('兼任', ['administrator', 'candidate']);
    const id = await invite({ aboutId: twofold.id });
    const seen = (await world.operator.get(`/notices/${id}`).expect(200)).body;
    expect(seen.link).toBe(`${world.config.publicUrl}/report/s3cret`);
    expect(seen.text).toContain(seen.link);
    const entries = await db.read.findBy(AuditEntry, { action: 'notice.link_shown' });
    expect(entries.map(({ actorId, subjectId }) => [actorId, subjectId])).toEqual([[world.operator.id, id]]);
    for (const who of [officer, twofold]) {
      const { body, text } = await who.get(`/notices/${id}`).expect(200);
      expect(body.link).toBeNull();
      expect(body.text).toContain('（連結不顯示）');
      expect(text).not.toContain('s3cret');
    }
    expect(JSON.stringify(await listed('kept'))).not.toContain('s3cret');
    world.clock.pass(15);
    expect((await world.operator.get(`/notices/${id}`).expect(200)).text).not.toContain('s3cret');
    await world.app.get(Sender).tidy();
    expect(await row(id)).toMatchObject({ link: null, nextAttemptAt: null });
    expect(await stateOf(id)).toBe('dropped');
  });
});
