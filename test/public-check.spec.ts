import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import request from 'supertest';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { Database } from '../src/database/database.js';
import { Authorities } from '../src/signing/authorities.service.js';
import { signPdf } from '../src/signing/pades.js';
import { type Signer } from '../src/signing/signer.js';
import { findingOf, type Reason } from '../src/verification/findings.js';
import { signingWorld } from './support/cryptography.js';
import {
  flipped,
  issuedVerdict,
  replaced,
  withEmptySignature,
  withoutSeal,
  withOtherPage,
  withOtherRecord,
  withOtherText,
} from './support/tampering.js';
import { tinyPdf } from './support/tiny-pdf.js';
import { decided } from './factories/decided.js';
import { World } from './world.js';

let world: World;
let pdf: Buffer;
let number: string;
let other: { number: string; pdf: Buffer };
let stranger: Signer;
let own: Signer;
beforeAll(async () => {
  world = await World.open();
  const subject = await decided(world);
  ({ number, pdf } = await issuedVerdict(subject.assessor, subject.assessmentId));
  const another = await decided(world);
  other = await issuedVerdict(another.assessor, another.assessmentId);
  stranger = (await signingWorld()).signer;
  own = await world.app.get(Authorities).signerFor(world.bodyId, { id: world.operator.id, name: '管理者' });
});
afterAll(() => world?.close());
beforeEach(() => world.clock.pass(1 / 24));

const check = (bytes: Buffer, name = '判定.pdf') =>
  request(world.server).post('/api/verifications').attach('file', bytes, name);
const numbered = (text: string, signer: Signer) =>
  signPdf(tinyPdf({ record: JSON.stringify({ documentNumber: text }), claimedAt: '20260302010203' }), signer);
/** A line on which a file is announced and does not come. */
async function beginning(): Promise<Socket> {
  const { hostname, port } = new URL(world.server);
  const line = connect(Number(port), hostname.replace(/[[\]]/g, ''));
  await once(line, 'connect');
  const type = 'Content-Type: multipart/form-data; boundary=x';
  line.write(`POST /api/verifications HTTP/1.1\r\nHost: localhost\r\n${type}\r\nContent-Length: 1000\r\n\r\n--x`);
  return line;
}
const unused = 'TS-2026-ZZZZ-ZZZZ';

/** What was done to a document, and the answer that tells it from everything else. */
const tampering: [what: string, reason: Reason, failed: string | null, bytes: () => Buffer | Promise<Buffer>][] = [
  ['nothing', 'registered', null, () => pdf],
  ['a letter of the page is another', 'content_changed', 'digest', () => withOtherText(pdf)],
  ['a later revision replaces a page', 'extended', 'later_revisions', () => withOtherPage(pdf)],
  ['a later revision swaps the record', 'extended', 'later_revisions', () => withOtherRecord(pdf, '{"a":1}')],
  [
    'a later revision embeds the record of another document',
    'extended',
    'later_revisions',
    () => withOtherRecord(pdf, JSON.stringify({ documentNumber: other.number })),
  ],
  ['the seal is stripped', 'shortened', 'signature_fields', () => withoutSeal(pdf)],
  ['the end is cut off', 'shortened', 'later_revisions', () => pdf.subarray(0, pdf.length - 100)],
  ['garbage stands behind it', 'extended', 'later_revisions', () => Buffer.concat([pdf, Buffer.from('garbage')])],
  ['the number in the clear is another', 'content_changed', 'digest', () => replaced(pdf, number, unused)],
  ['the number is that of another document', 'content_changed', 'digest', () => replaced(pdf, number, other.number)],
  ['the seal is emptied', 'signature_damaged', 'signature_value', () => withEmptySignature(pdf)],
  ['the header says another version', 'content_changed', 'digest', () => flipped(pdf, 5)],
  ['a stranger signed a paper of this number', 'signed_by_another', 'chain', () => numbered(number, stranger)],
  ['an assessor signed other bytes of this number', 'other_bytes_signed', null, () => numbered(number, own)],
  ['an assessor signed a number that is not registered', 'not_registered', null, () => numbered(unused, own)],
  ['a stranger signed a number of their own', 'unknown', 'chain', () => numbered(unused, stranger)],
  [
    'it is an unsigned paper of this number',
    'signature_missing',
    'signature_found',
    () => Buffer.from(`%PDF-1.7\n${number}`),
  ],
  ['it is no PDF', 'unreadable', 'signature_found', () => Buffer.from('hello')],
  ['it is another document as issued', 'registered', null, () => other.pdf],
];

describe('a file of which this is true:', () => {
  it.each(tampering)('%s, is told as %s', async (_, reason, failed, bytes) => {
    const { body } = await check(await bytes()).expect(200);
    expect([body.finding, body.reason]).toEqual([findingOf[reason], reason]);
    const steps = body.steps.filter(({ ok }: { ok: boolean }) => !ok).map(({ step }: { step: string }) => step);
    expect(steps).toEqual(failed === null ? [] : expect.arrayContaining([failed]));
  });

  const qpdf = spawnSync('qpdf', ['--version']).status === 0 ? it : it.skip;
  qpdf('it was saved again by qpdf, is told as altered', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchstone-qpdf-'));
    writeFileSync(join(folder, 'in.pdf'), pdf);
    spawnSync('qpdf', ['in.pdf', 'out.pdf'], { cwd: folder });
    const { body } = await check(readFileSync(join(folder, 'out.pdf'))).expect(200);
    expect(body).toMatchObject({ finding: 'altered', document: { documentNumber: number } });
  });
});

describe('what a file is told', () => {
  it('is the whole record with the name to who holds the issued bytes, and the name’s beginning otherwise', async () => {
    const { body: whole } = await check(pdf).expect(200);
    expect(whole.document).toMatchObject({ documentNumber: number, holder: { name: '林小美', masked: false } });
    expect(whole.document.targets.length).toBeGreaterThan(0);
    expect(whole.signers.map(({ name }: { name: string }) => name)).toContain('陳評量');
    const { body: altered } = await check(withOtherText(pdf)).expect(200);
    expect(altered.document).toMatchObject({ documentNumber: number, holder: { name: '林○○', masked: true } });
    const { body: strange } = await check(await numbered(unused, own)).expect(200);
    expect(strange.document).toBeNull();
  });

  it('is of the document whose bytes it shares, whatever record was put into it', async () => {
    const spoilt = withOtherRecord(pdf, JSON.stringify({ documentNumber: other.number }));
    expect((await check(spoilt).expect(200)).body.document.documentNumber).toBe(number);
  });

  it('leaves no trace: no file, no row, no entry of the audit log', async () => {
    const files = () => (readdirSync(world.config.uploadsDir, { recursive: true }) as string[]).length;
    const entries = () => world.app.get(Database).read.count(AuditEntry);
    const before = [files(), await entries()];
    await check(withOtherText(pdf)).expect(200);
    expect([files(), await entries()]).toEqual(before);
  });

  it('is refused without a file, with a field too many and above 20 MB', async () => {
    const { body } = await request(world.server).post('/api/verifications').field('number', 'x').expect(400);
    expect(body).toMatchObject({ code: 'validation_failed', errors: [{ field: 'file' }] });
    await check(pdf).attach('file', pdf, 'second.pdf').expect(400);
    expect((await check(Buffer.alloc(20 * 1024 * 1024 + 1)).expect(413)).body.code).toBe('too_large');
  });

  it('comes to whoever asks next, however many lines broke off while their file was awaited', async () => {
    const lines: Socket[] = [];
    for (let i = 0; i < 12; i += 1) lines.unshift(await beginning());
    for (const line of lines) {
      await pause(20);
      line.destroy(); // those that wait for a place break off first
    }
    await check(pdf).timeout(5000).expect(200);
  });

  it('is held for a network that asks more than 60 times a minute', async () => {
    for (let i = 0; i < 60; i += 1) await check(Buffer.from('x')).expect(200);
    expect((await check(pdf).expect(429)).headers['retry-after']).toBeDefined();
  });
});

describe('a number and a name', () => {
  const ask = (given: { number?: string; name?: string }) =>
    request(world.server).get('/api/verifications').query(given);

  it.each(['林小美', ' 林 小美 ', '林．小美'])('are told the whole record for %j', async (name) => {
    const { body } = await ask({ number: number.toLowerCase(), name }).expect(200);
    expect(body).toMatchObject({ documentNumber: number, finding: 'valid', holder: { name: '林小美', masked: false } });
  });

  it('get one answer, whether the name is wrong or the number unknown', async () => {
    const answers = [];
    for (const given of [
      { number, name: '林小' },
      { number, name: '○○○' },
      { number, name: '．' },
      { number: unused, name: '林小美' },
      { number: 'x', name: '林小美' },
    ]) {
      const begun = performance.now();
      const { body } = await ask(given).expect(404);
      expect(performance.now() - begun).toBeGreaterThanOrEqual(140);
      answers.push({ ...body, requestId: null });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('are both needed', async () => {
    expect((await ask({ number }).expect(400)).body.code).toBe('validation_failed');
    expect((await ask({ name: '林小美' }).expect(400)).body.code).toBe('validation_failed');
  });

  it('are no way to try names: after 20 wrong ones the right one waits too', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => ask({ number, name: `林${i}` }).expect(404)));
    await ask({ number, name: '林小美' }).expect(429);
  });
});

describe('the public form', () => {
  const page = (path: string) => request(world.server).get(path).set('Accept', 'text/html');
  const send = (lang = 'zh-TW') => request(world.server).post(`/verify?lang=${lang}`).set('Accept', 'text/html,*/*');

  it('speaks the language asked for, runs nothing and may only be sent here', async () => {
    const zh = await page('/verify').expect(200);
    expect(zh.text).toContain('<html lang="zh-Hant-TW">');
    expect(zh.text).toContain('文件查驗');
    expect(zh.text).not.toMatch(/<script|style=| on\w+=/);
    expect(zh.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect((await page('/verify').set('Accept-Language', 'en')).text).toContain('Check a document');
    expect((await page('/verify?lang=en')).text).toContain('<html lang="en">');
    expect((await page('/verify?lang=zh-TW').set('Accept-Language', 'en')).text).toContain('文件查驗');
  });

  it.each([
    ['真實且有效', () => pdf],
    ['簽發後遭竄改', () => withOtherText(pdf)],
    ['非本機構所發', () => Buffer.from('hello')],
  ])('answers a file with %s', async (words, bytes) => {
    const { text } = await send().attach('file', bytes(), 'x.pdf').expect(200);
    expect(/<h1>([^<]*)/.exec(text)?.[1]).toBe(words);
  });

  it('answers a number and a name with the record, and a wrong one as an unknown', async () => {
    const ask = async (given: object) => {
      const call = send('en').attach('file', Buffer.alloc(0), { filename: '' });
      return (await call.field(given as Record<string, string>).expect(200)).text;
    };
    expect(await ask({ number, name: '林小美' })).toContain('林小美');
    expect(await ask({ number, name: '王大明' })).toBe(await ask({ number: unused, name: '林小美' }));
  });

  it('says what is missing in its own words and keeps what was typed, harmless', async () => {
    expect((await send().field({ number: '', name: '' }).expect(400)).text).toContain('請選擇 PDF 檔，或填寫');
    const { text } = await send('en').field({ number: '"><script>', name: '' }).expect(400);
    expect(text).toContain('Fill in both');
    expect(text).toContain('value="&#34;&#62;&#60;script&#62;"');
  });

  it('says when a file is too large', async () => {
    const { text } = await send()
      .attach('file', Buffer.alloc(20 * 1024 * 1024 + 1), 'x.pdf')
      .expect(413);
    expect(text).toContain('超過 20 MB');
  });
});
