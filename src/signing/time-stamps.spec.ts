import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signingWorld, type SigningWorld } from '../../test/support/cryptography.js';
import { hasOpenssl, TimeStampAuthority } from '../../test/support/timestamp-authority.js';
import { tinyPdf } from '../../test/support/tiny-pdf.js';
import { Logger } from '@nestjs/common';
import { Config } from '../config.js';
import { readElement } from './der.js';
import { findSignatures } from './found-signatures.js';
import { signPdf } from './pades.js';
import { readPdf } from './pdf-file.js';
import { certificateToPem } from './pem.js';
import { raise, standingOf } from './raise.js';
import { type VerificationReport } from './report.js';
import { requestTimeStamp } from './time-stamp-request.js';
import { TimeStamper } from './time-stamper.js';
import { verifyPdf } from './verify.js';

const withResponder = hasOpenssl ? describe : describe.skip;
const pdfTime = (at: Date): string => at.toISOString().replace(/\.\d+|[-:TZ]/g, '');
const levelOf = (pdf: Buffer) => standingOf(readPdf(pdf)).level;

withResponder('time stamps of a real responder (needs openssl)', () => {
  let authority: TimeStampAuthority;
  let world: SigningWorld;
  let stamper: TimeStamper;
  let unsigned: Buffer;
  let plain: Buffer;
  let timed: Buffer;
  let archived: Buffer;
  const raised = (pdf: Buffer) =>
    raise(pdf, (parts) => stamper.stamp(parts), { certificates: stamper.certificates, crls: [] });
  const stamping = (timeStamp: (value: Buffer) => Promise<Buffer | undefined>) => ({ ...world.signer, timeStamp });
  const verify = (pdf: Buffer, timeStampTrust: Uint8Array[] = [authority.root]): Promise<VerificationReport> =>
    verifyPdf(pdf, { trust: [world.authority.root.certificate], timeStampTrust });
  const stampSteps = ({ steps }: VerificationReport) =>
    steps.filter(({ step }) => step === 'time_stamp').map(({ ok, detail }) => [ok, detail]);

  beforeAll(async () => {
    Logger.overrideLogger(false);
    authority = await TimeStampAuthority.open();
    stamper = new TimeStamper(new Config({ TSA_URL: authority.url, TSA_CA: authority.rootFile }));
    world = await signingWorld('林評量', new Date());
    unsigned = tinyPdf({ claimedAt: pdfTime(new Date()) });
    plain = await signPdf(unsigned, world.signer);
    timed = await signPdf(
      unsigned,
      stamping((value) => stamper.stampSoon([value])),
    );
    archived = await raised(timed);
  });
  afterAll(() => authority?.close());
  afterEach(() => {
    authority.manner = 'answers';
  });

  it('take a signature to B-T, and a file to B-LTA from wherever it was', async () => {
    const later = await raised(plain);
    expect([plain, timed, archived, later].map(levelOf)).toEqual(['B-B', 'B-T', 'B-LTA', 'B-LTA']);
    expect(stampSteps(await verify(later))).toEqual([
      [true, 'time_stamp_trusted'],
      [true, 'time_stamp_trusted'],
    ]);
    expect((await verify(later)).outcome).toBe('valid');
  });

  it('leave every byte that was issued as it was', () => {
    expect(archived.subarray(0, timed.length)).toEqual(timed);
  });

  it('say when the signature was there, and by whose word', async () => {
    const report = await verify(archived);
    expect(report).toMatchObject({ outcome: 'valid', level: 'B-LTA' });
    const about = { trusted: true, authority: 'Time 1' };
    expect(report.timeStamps).toMatchObject([
      { over: 'signature', signature: 1, ...about },
      { over: 'document', signature: 2, ...about },
    ]);
    const time = report.timeStamps[0]!.time;
    expect(report.signatures).toMatchObject([{ provenAt: time }]);
    expect(Math.abs(Date.parse(time!) - Date.now())).toBeLessThan(60_000);
  });

  it('count for the validity of certificates, rather than the time that is claimed', async () => {
    const claiming = tinyPdf({ claimedAt: '20200101000000' });
    const pdf = await signPdf(
      claiming,
      stamping((value) => stamper.stamp([value])),
    );
    expect((await verify(pdf)).outcome).toBe('valid');
    const untimed = await verify(pdf, []);
    expect(untimed.steps.filter(({ ok }) => !ok).map(({ detail }) => detail)).toEqual(['not_valid_then']);
  });

  it('are not believed from an authority that nobody trusts, and harm nothing', async () => {
    const report = await verify(archived, [world.authority.root.certificate]);
    expect(report.outcome).toBe('valid');
    expect(stampSteps(report)).toEqual([
      [true, 'time_stamp_not_trusted'],
      [true, 'time_stamp_not_trusted'],
    ]);
    expect(report.signatures[0]!.provenAt).toBeUndefined();
  });

  it('are told apart when they are over other bytes, or altered', async () => {
    const elsewhere = await signPdf(
      unsigned,
      stamping(() => stamper.stamp([Buffer.from('another signature')])),
    );
    expect(await verify(elsewhere)).toMatchObject({ outcome: 'altered', signatures: [{}] });
    expect(stampSteps(await verify(elsewhere))).toEqual([[false, 'time_stamp_other_bytes']]);
    const damaged = Buffer.from(timed);
    const { contents } = findSignatures(readPdf(timed))[0]!;
    const last = contents.start + readElement(contents.bytes).raw.length * 2;
    damaged.write(damaged.toString('latin1', last, last + 1) === '0' ? '1' : '0', last, 'latin1');
    expect(stampSteps(await verify(damaged))).toEqual([[false, 'time_stamp_broken']]);
  });

  it('are renewed over all that came before', async () => {
    const again = await raised(archived);
    const report = await verify(again);
    expect(report).toMatchObject({ outcome: 'valid', level: 'B-LTA' });
    expect(report.timeStamps).toHaveLength(3);
  });

  it('are good in the eyes of openssl', () => {
    const { contents } = findSignatures(readPdf(archived)).at(-1)!;
    const { folder } = authority;
    writeFileSync(join(folder, 'token'), readElement(contents.bytes).raw);
    const covered = [archived.subarray(0, contents.start), archived.subarray(contents.end)];
    writeFileSync(join(folder, 'covered'), Buffer.concat(covered));
    const args = ['ts', '-verify', '-token_in', '-in', 'token', '-data', 'covered', '-CAfile', 'ca.pem'];
    expect(spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' }).stdout).toContain('Verification: OK');
  });

  it.each([
    ['fails', 'unreachable'],
    ['hangs', 'unreachable'],
    ['babbles', 'wrong_answer'],
    ['floods', 'wrong_answer'],
    ['mistypes', 'wrong_answer'],
    ['answers another', 'wrong_answer'],
    ['refuses', 'refused'],
  ] as const)('are not had from an authority that %s', async (manner, code) => {
    authority.manner = manner;
    await expect(requestTimeStamp(authority.url, [Buffer.from('some')], 400)).rejects.toMatchObject({ code });
  });

  it('are not taken from an authority other than the one that was set', async () => {
    const file = join(authority.folder, 'other.pem');
    writeFileSync(file, certificateToPem(world.authority.root.certificate));
    const other = new TimeStamper(new Config({ TSA_URL: authority.url, TSA_CA: file }));
    await expect(other.stamp([Buffer.from('some')])).rejects.toMatchObject({ code: 'not_trusted' });
  });

  it('are not waited for again right after an outage', async () => {
    const patient = new TimeStamper(new Config({ TSA_URL: authority.url }));
    authority.manner = 'fails';
    expect(await patient.stampSoon([Buffer.from('some')])).toBeUndefined();
    const { asked } = authority;
    authority.manner = 'answers';
    expect(await patient.stampSoon([Buffer.from('some')])).toBeUndefined();
    expect(authority.asked).toBe(asked);
  });
});

describe('the settings of a time-stamping authority', () => {
  it.each([
    ['TSA_URL', 'ftp://tsa.example.tw'],
    ['TSA_URL', 'tsa.example.tw'],
    ['TSA_CA', '/nowhere/ca.pem'],
    ['TSA_CA', import.meta.filename],
  ])('stop the start where %s is %s', (name, value) => {
    expect(() => new Config({ TSA_URL: 'https://tsa.example.tw', [name]: value })).toThrow(name);
  });
});
