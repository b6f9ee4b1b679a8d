import { createHash } from 'node:crypto';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { Clock } from '../src/common/clock.js';
import { Database } from '../src/database/database.js';
import { FileStore } from '../src/files/file-store.js';
import { checkIntegrity } from '../src/integrity/check.js';
import { DocumentUpgrade } from '../src/preservation/document-upgrade.entity.js';
import { Preserver } from '../src/preservation/preserver.js';
import { Raiser } from '../src/preservation/raiser.js';
import { KeyStore } from '../src/signing/key-store.js';
import { verifyPdf } from '../src/signing/verify.js';
import { decided, type Decided } from './factories/decided.js';
import { hasOpenssl, TimeStampAuthority } from './support/timestamp-authority.js';
import { asBuffer } from './support/as-buffer.js';
import { dueOf } from './support/due.js';
import { World } from './world.js';

const withResponder = hasOpenssl ? describe : describe.skip;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

withResponder('documents that are kept for decades (needs openssl)', () => {
  let authority: TimeStampAuthority;
  let world: World;
  let db: Database;
  let trust: string;
  let late: Decided;
  let issued: Buffer;

  beforeAll(async () => {
    authority = await TimeStampAuthority.open();
    world = new World();
    // Time stamps bear the time of the day on which the tests run.
    world.clock.set(new Date().toISOString());
    await world.start({ env: { TSA_URL: authority.url, TSA_CA: authority.rootFile } });
    db = world.app.get(Database);
    const root = request(world.server).get(`/api/training-bodies/${world.bodyId}/trust/root.pem`);
    trust = (await asBuffer(root)).body.toString();
  });
  afterAll(async () => {
    await world?.close();
    await authority?.close();
  });

  const verdictOf = async ({ assessor, assessmentId }: Decided) =>
    (await assessor.get(`/assessments/${assessmentId}/verdict`).expect(200)).body;
  const download = async ({ assessor }: Decided, id: string) =>
    asBuffer(assessor.get(`/verdicts/${id}/document`)).expect(200);
  const verify = (pdf: Buffer) => verifyPdf(pdf, { trust, timeStampTrust: [authority.root] });
  const work = () => world.app.get(Preserver).work();
  const upgradeOf = (documentNumber: string) => db.read.findOneBy(DocumentUpgrade, { documentNumber });
  const problems = async () => {
    const { app } = world;
    const kept = { reader: db.read, dialect: db.dialect, store: app.get(FileStore), keys: app.get(KeyStore) };
    return (await checkIntegrity(kept)).problems;
  };

  it('are issued at the highest level while the authority answers', async () => {
    const made = await decided(world);
    const verdict = await verdictOf(made);
    expect(verdict).toMatchObject({ signatureLevel: 'B-LTA', current: { revision: 1, sha256: verdict.pdfSha256 } });
    const report = await verify((await download(made, verdict.id)).body);
    expect(report.steps.filter(({ ok }) => !ok)).toEqual([]);
    expect(report).toMatchObject({ outcome: 'valid', level: 'B-LTA' });
    expect(report.timeStamps.map(({ over, trusted }) => [over, trusted])).toEqual([
      ['signature', true],
      ['signature', true],
      ['document', true],
    ]);
    await work();
    expect((await upgradeOf(verdict.documentNumber))!.nextAttemptAt! > world.clock.instant()).toBe(true);
    expect((await verdictOf(made)).current.revision).toBe(1);
  });

  it('are issued without any delay to speak of during an outage, and tried again after growing pauses', async () => {
    authority.manner = 'fails';
    late = await decided(world);
    const verdict = await verdictOf(late);
    expect(verdict.signatureLevel).toBe('B-B');
    issued = (await download(late, verdict.id)).body;
    expect((await verify(issued)).outcome).toBe('valid');
    for (const minutes of [1, 5]) {
      await work();
      const { nextAttemptAt, lastError } = (await upgradeOf(verdict.documentNumber))!;
      expect(lastError).toBe('unreachable');
      const pause = Date.parse(nextAttemptAt!) - world.clock.now().getTime();
      expect(Math.abs(pause - minutes * 60_000)).toBeLessThan(1000);
      world.clock.set(nextAttemptAt!);
    }
  });

  it('are raised by whoever comes first once the authority answers again', async () => {
    authority.manner = 'answers';
    world.clock.pass(1);
    const { app } = world;
    const other = new Preserver(db, app.get(Clock), app.get(FileStore), app.get(Raiser));
    await Promise.all([work(), other.work()]);
    const verdict = await verdictOf(late);
    expect(verdict).toMatchObject({ signatureLevel: 'B-LTA', pdfSha256: sha256(issued), current: { revision: 2 } });
    const pdf = await download(late, verdict.id);
    expect(pdf.headers.etag).toBe(`"${verdict.current.sha256}"`);
    expect(sha256(pdf.body)).toBe(verdict.current.sha256);
    expect(pdf.body.subarray(0, issued.length).equals(issued)).toBe(true);
    const report = await verify(pdf.body);
    expect(report.steps.filter(({ ok }) => !ok)).toEqual([]);
    expect(report).toMatchObject({ outcome: 'valid', level: 'B-LTA' });
  });

  it('are known to the public by every state they were in', async () => {
    const { documentNumber, current, pdfSha256 } = await verdictOf(late);
    const { body } = await request(world.server).get(`/verify/${documentNumber}`).set('Accept', 'application/json');
    expect(body.revisions).toMatchObject([
      { sha256: pdfSha256, level: 'B-B' },
      { sha256: current.sha256, level: 'B-LTA' },
    ]);
  });

  it('may be received in any state', async () => {
    const { id, current } = await verdictOf(late);
    await late.assessor.post(`/verdicts/${id}/notification`, { channel: 'in_app' }).expect(201);
    const wrong = await late.candidate.post(`/verdicts/${id}/receipt`, { documentSha256: sha256(Buffer.from('x')) });
    expect(wrong.status).toBe(400);
    await late.candidate.post(`/verdicts/${id}/receipt`, { documentSha256: current.sha256 }).expect(201);
  });

  it('keep the stamps of an authority whose certificate ends soon, until there are better ones', async () => {
    authority.manner = 'fails';
    const made = await decided(world);
    const { documentNumber } = await verdictOf(made);
    authority.manner = 'answers';
    authority.certify({ days: 20 });
    const next = async () => {
      world.clock.pass(2);
      await work();
      const { lastError } = (await upgradeOf(documentNumber))!;
      const { current, signatureLevel: level } = await verdictOf(made);
      return { lastError, revision: current.revision, level };
    };
    expect(await next()).toEqual({ lastError: 'not_renewed', revision: 2, level: 'B-LTA' });
    expect(await next()).toEqual({ lastError: 'not_renewed', revision: 2, level: 'B-LTA' });
    authority.certify({ days: 365 });
    expect(await next()).toEqual({ lastError: null, revision: 3, level: 'B-LTA' });
  });

  it('get another time stamp before the certificate of the last one ends, but none that ends as soon', async () => {
    const { documentNumber } = await verdictOf(late);
    world.clock.pass(340);
    await work();
    expect((await upgradeOf(documentNumber))!.lastError).toBe('not_renewed');
    expect((await verdictOf(late)).current.revision).toBe(2);
    authority.certify({ days: 3650 });
    world.clock.pass(1);
    await work();
    const { id, current } = await verdictOf(late);
    expect(current.revision).toBe(3);
    expect(await verify((await download(late, id)).body)).toMatchObject({ outcome: 'valid', level: 'B-LTA' });
    const { asked } = authority;
    world.clock.pass(30);
    await work();
    expect(authority.asked).toBe(asked);
  });

  it('are all in the store, and told of in the audit log', async () => {
    expect(await problems()).toEqual([]);
  });

  it('go with all their states when they are deleted, of which only the hashes are left', async () => {
    const { documentNumber, current } = await verdictOf(late);
    world.clock.pass(40 * 365);
    // The sweep leaves alone what has just come.
    const longAgo = new Date(Date.now() - 3 * 86_400_000);
    utimesSync(join(world.config.uploadsDir, current.sha256.slice(0, 2), current.sha256), longAgo, longAgo);
    const path = `/training-bodies/${world.bodyId}/retention`;
    const due = await dueOf(world, late.assessmentId);
    const confirm = sha256(Buffer.from(due.map(({ fingerprint }) => fingerprint).join('\n')));
    const items = due.map(({ assessmentId, kind }) => ({ assessmentId, kind }));
    await world.operator.post(`${path}/deletions`, { items, confirm }).expect(201);
    expect(await world.app.get(FileStore).size(current.sha256)).toBeNull();
    const known = await request(world.server).get(`/verify/${documentNumber}`).set('Accept', 'application/json');
    expect(known.body.revisions).toHaveLength(3);
    const { asked } = authority;
    await work();
    expect(await upgradeOf(documentNumber)).toMatchObject({ nextAttemptAt: null, lastError: 'deleted' });
    expect(authority.asked - asked).toBeLessThanOrEqual(2);
    expect(await problems()).toEqual([]);
  });
});
