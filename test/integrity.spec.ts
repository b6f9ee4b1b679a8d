import { createHash, randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { DataSource } from 'typeorm';
import { main as fsck } from '../src/cli/fsck.js';
import { Config } from '../src/config.js';
import { readOptions } from '../src/database/data-source.js';
import { backUp } from '../src/integrity/backup.js';
import { checkIntegrity } from '../src/integrity/check.js';
import { looking } from '../src/integrity/open.js';
import { type IntegrityReport } from '../src/integrity/report.js';
import { restore } from '../src/integrity/restore.js';
import { replaceSqlite } from '../src/integrity/sqlite-file.js';
import { sweepOrphans } from '../src/integrity/sweep.js';
import { Sweeper } from '../src/integrity/sweeper.js';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

let world: World;
let candidate: Persona;
let assessmentId: string;
let assessor: Persona;
const pathOf = (sha256: string, root = world.config.uploadsDir) => join(root, sha256.slice(0, 2), sha256);
const check = (): Promise<IntegrityReport> => looking(world.config, checkIntegrity);
const kinds = async () => (await check()).problems.map(({ kind, subject }) => `${kind} ${subject}`);

/** Hands in one file and answers its hash. */
async function handIn(text: string): Promise<string> {
  const call = candidate.upload(`/assessments/${assessmentId}/evidence`).field('title', text);
  const { body } = await call.attach('files', Buffer.from(text), 'a.txt').expect(201);
  return body.files[0].sha256;
}

async function open(): Promise<void> {
  world = await World.open();
  ({ candidate, assessor, assessmentId } = await enrolled(world));
}

describe('fsck', () => {
  beforeAll(open);
  afterAll(() => world?.close());

  it('finds nothing wrong with a running system, and counts what it looked at', async () => {
    for (let i = 0; i < 5; i += 1) await handIn(`證據 ${i}`);
    const report = await check();
    expect(report).toMatchObject({ problems: [], orphans: [], fileRows: 5, documents: 5, certificates: 3 });
    expect(report.files).toMatchObject({ count: 5, bytes: Buffer.byteLength('證據 0') * 5 });
    expect(report.auditEntries).toBeGreaterThan(10);
  });

  it('tells which file is missing, changed or cut short, and of which row', async () => {
    const [missing, changed, short] = [await handIn('missing'), await handIn('changed'), await handIn('cut short')];
    const before = [missing, changed, short].map((sha256) => readFileSync(pathOf(sha256)));
    rmSync(pathOf(missing));
    writeFileSync(pathOf(changed), 'chanGed');
    writeFileSync(pathOf(short), 'cut');
    const { problems } = await check();
    expect(problems.map(({ kind, subject }) => [kind, subject]).sort()).toEqual(
      [['file_missing', missing], ['file_damaged', changed], ['file_damaged', short]].sort(), // prettier-ignore
    );
    expect(problems.every(({ detail }) => detail!.includes('evidence_files/'))).toBe(true);
    [missing, changed, short].forEach((sha256, i) => writeFileSync(pathOf(sha256), before[i]!));
    expect(await kinds()).toEqual([]);
  });

  it('tells which row was changed behind the server’s back', async () => {
    const sha256 = await handIn('row');
    const source = world.app.get(DataSource);
    const { id } = (await source.query(`SELECT id FROM evidence_files WHERE sha256 = '${sha256}'`))[0];
    await source.query(`UPDATE evidence_files SET size = size + 1 WHERE id = '${id}'`);
    expect(await kinds()).toEqual([`size_differs evidence_files/${id}`]);
    await source.query(`UPDATE evidence_files SET size = size - 1, sha256 = 'no hash' WHERE id = '${id}'`);
    expect(await kinds()).toEqual(['file_damaged no hash']);
    await source.query(`UPDATE evidence_files SET sha256 = '${sha256}' WHERE id = '${id}'`);
    expect(await kinds()).toEqual([]);
  });

  it('tells of keys that are gone', async () => {
    const key = readdirSync(world.config.keysDir).find((name) => name.endsWith('.pem'))!;
    const path = join(world.config.keysDir, key);
    const before = readFileSync(path);
    rmSync(path);
    expect(await kinds()).toEqual([`key_missing signing_certificates/${key.replace('.pem', '')}`]);
    writeFileSync(path, before);
  });

  it('tells of documents and audit entries that no longer have their hash', async () => {
    const source = world.app.get(DataSource);
    const of = (table: string) => (process.env.TEST_DATABASE_URL ? ` ON ${table}` : '');
    for (const table of ['audit_entries', 'competency_documents'])
      await source.query(`DROP TRIGGER ${table}_no_update${of(table)}`);
    const { id } = (await source.query(`SELECT id FROM competency_documents WHERE code = 'KMM5R0915v2'`))[0];
    await source.query(`UPDATE competency_documents SET source = source || ' ' WHERE id = '${id}'`);
    await source.query(`UPDATE audit_entries SET action = 'other' WHERE seq = 4`);
    expect((await kinds()).sort()).toEqual(['audit_hash 4', `source_differs competency_documents/${id}`]);
  });

  const stray = (text: string, hoursAgo: number): string => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    writeFileSync(pathOf(sha256), text);
    const then = Date.now() / 1000 - hoursAgo * 3600;
    utimesSync(pathOf(sha256), then, then);
    return sha256;
  };
  const there = (...hashes: string[]) => hashes.map((sha256) => existsSync(pathOf(sha256)));

  it('counts what nobody uses, and sweeps it only when it is old', async () => {
    const [old, young] = [stray('old', 25), stray('young', 23)];
    const used = await handIn('used');
    utimesSync(pathOf(used), 0, 0);
    const { orphans } = await check();
    expect(orphans.sort()).toEqual([old, young].sort());
    await looking(world.config, async (kept) => {
      expect(await sweepOrphans(kept, [...orphans, used])).toBe(1);
    });
    expect(there(old, young, used)).toEqual([false, true, true]);
  });

  it('is rarely needed for that: the server sweeps every day what refused and broken uploads have left', async () => {
    const [old, young] = [stray('left yesterday', 25), stray('left today', 23)];
    const used = await handIn('used and old');
    utimesSync(pathOf(used), Date.now() / 1000 - 90_000, Date.now() / 1000 - 90_000);
    await Promise.all([world.app.get(Sweeper).sweep(), handIn('under way')]);
    expect(there(old, young, used)).toEqual([false, true, true]);
  });

  it('leaves alone what was there before the database: it may be all that another one speaks of', async () => {
    const other = stray('of another database', 24 * 365 * 10);
    await world.app.get(Sweeper).sweep();
    expect(there(other)).toEqual([true]);
    rmSync(pathOf(other));
  });

  it('answers 2 to wrong usage', async () => {
    const silent = jestLessStderr();
    expect(await fsck(['--all'])).toBe(2);
    silent.restore();
  });

  it('is not needed after a crash either: the sweep begins when the server listens', async () => {
    const old = stray('left by a crash', 25);
    await world.stop();
    await world.start();
    for (let i = 0; i < 100 && there(old)[0]; i += 1) await new Promise((later) => setTimeout(later, 50));
    expect(there(old)).toEqual([false]);
  });
});

describe('fsck of what people have signed and decided', () => {
  let source: DataSource;
  let id: Record<'file' | 'claim' | 'observation', string>;
  const sql = (statement: string) => source.query(statement);
  const without = async (trigger: string, change: string) => {
    const table = trigger.replace(/_no_.*/, '');
    await sql(`DROP TRIGGER ${trigger}${process.env.TEST_DATABASE_URL ? ` ON ${table}` : ''}`);
    await sql(change);
  };

  beforeAll(async () => {
    await open();
    source = world.app.get(DataSource);
    const at = `/assessments/${assessmentId}`;
    const { body: item } = await candidate
      .upload(`${at}/evidence`)
      .field('title', '報告')
      .attach('files', Buffer.from('全文'), 'a.txt')
      .expect(201);
    await candidate.post(`${at}/declarations`, { itemIds: [item.id] }).expect(201);
    const claims = [{ itemId: item.id, targetRef: '1.1' }];
    const { body: made } = await candidate.post(`${at}/claims`, { claims }).expect(201);
    const rules = { validity: true, sufficiency: true, authenticity: true, currency: true };
    const judgements = [{ claimId: made[0].id, decision: 'accepted', rules }];
    await assessor.post(`${at}/judgements`, { judgements }).expect(201);
    id = { file: item.files[0].id, claim: made[0].id, observation: randomUUID() };
    const observation = {
      startedAt: '2026-02-20T09:00:00+08:00',
      endedAt: '2026-02-20T10:00:00+08:00',
      place: '門市',
      notes: '依程序處理。',
      outcomes: [{ ref: '1.2', outcome: 'shown' }],
    };
    await assessor.put(`${at}/observations/${id.observation}`, observation).expect(201);
    await assessor
      .upload(`/evidence/${id.observation}/files`)
      .attach('files', Buffer.from('現場'), 'b.txt')
      .expect(({ status }) => expect([200, 201]).toContain(status));
    await assessor.post(`/observations/${id.observation}/signature`, {}).expect(200);
    const refusal = {
      outcome: 'not_yet_competent',
      reasons: '不足',
      gaps: [{ text: '缺' }],
      feedback: '補',
      nextStep: '補',
    };
    const waiting = await assessor.get(`${at}/claims?itemId=${id.observation}`).expect(200);
    const rest = waiting.body.items.map((claim: { id: string }) => ({
      claimId: claim.id,
      decision: 'accepted',
      rules,
    }));
    await assessor.post(`${at}/judgements`, { judgements: rest }).expect(201);
    await assessor.post(`${at}/verdicts`, refusal).expect(201);
  });
  afterAll(() => world?.close());

  it('finds nothing wrong with what went through the server', async () => {
    expect(await check()).toMatchObject({ problems: [], verdicts: 1, observations: 1 });
  });

  it('tells of a signed observation that was changed, or whose file was', async () => {
    const wrong = [`observation_differs observations/${id.observation}`];
    await sql(`UPDATE observations SET notes = notes || '。' WHERE id = '${id.observation}'`);
    expect(await kinds()).toEqual(wrong);
    await sql(`UPDATE observations SET notes = '依程序處理。' WHERE id = '${id.observation}'`);
    await sql(`UPDATE evidence_files SET name = 'c.txt' WHERE item_id = '${id.observation}'`);
    expect(await kinds()).toEqual(wrong);
    await sql(`UPDATE evidence_files SET name = 'b.txt' WHERE item_id = '${id.observation}'`);
    expect(await kinds()).toEqual([]);
  });

  it('tells of a judgement and a declaration that nobody made', async () => {
    await sql(`INSERT INTO judgements
      SELECT 'forged', assessment_id, claim_id, 'rejected', rules, reason, judged_by, judged_at
      FROM judgements WHERE claim_id = '${id.claim}'`);
    await sql(
      `INSERT INTO declarations SELECT 'forged', item_id, user_id, statement, 'other', declared_at FROM declarations`,
    );
    expect(await kinds()).toEqual(['audit_untold judgements/forged', 'audit_untold declarations/forged']);
    await without('judgements_no_delete', `DELETE FROM judgements WHERE id = 'forged'`);
    await without('declarations_no_delete', `DELETE FROM declarations WHERE id = 'forged'`);
  });

  it('tells of a questioning record that is not what was signed, and of a check that nobody made', async () => {
    await sql(`INSERT INTO questionings SELECT id, assessor_id, 'questioning', started_at, NULL, place, present, notes,
      method, '[]', '[]', '[]', 2, signed_sha256 FROM observations WHERE id = '${id.observation}'`);
    await sql(`INSERT INTO authenticity_checks SELECT 'forged', id, 'original_sighted', '', submitted_by, received_at
      FROM evidence_items WHERE id = '${id.observation}'`);
    expect(await kinds()).toEqual([
      'audit_untold authenticity_checks/forged',
      `questioning_differs questionings/${id.observation}`,
    ]);
    await without('authenticity_checks_no_delete', `DELETE FROM authenticity_checks`);
    await sql(`DELETE FROM questionings`);
    expect(await kinds()).toEqual([]);
  });

  it('tells of a conclusion that nobody drew, or that was changed with the records it was drawn from', async () => {
    const by = 'SELECT assessor_id FROM observations LIMIT 1';
    await sql(`INSERT INTO sittings SELECT 'sat', id, '門市', enrolled_at, NULL, '', (${by}), enrolled_at
      FROM assessments WHERE id = '${assessmentId}'`);
    await sql(`INSERT INTO sitting_conclusions SELECT 'forged', id, opened_by, '[]', '', 'x', opened_at FROM sittings`);
    expect(await kinds()).toEqual([
      'audit_untold sitting_conclusions/forged',
      'conclusion_differs sitting_conclusions/forged',
    ]);
    await without('sitting_conclusions_no_delete', `DELETE FROM sitting_conclusions`);
    await sql(`DELETE FROM sittings`);
  });

  it('tells of a waiver and an attribution that nobody made', async () => {
    const from = `assessment_id, 'P2', 'plan_absent', '[]', '[]', '', judged_by, judged_at FROM judgements LIMIT 1`;
    await sql(`INSERT INTO waivers SELECT 'forged', ${from}`);
    await sql(`INSERT INTO attributions SELECT 'forged', assessment_id, 'K1', '1.1', judged_by, judged_at, NULL, NULL
      FROM judgements LIMIT 1`);
    await sql(`INSERT INTO waiver_withdrawals SELECT 'forged', '', judged_by, judged_at FROM judgements LIMIT 1`);
    expect(await kinds()).toEqual([
      'audit_untold waivers/forged',
      'audit_untold waiver_withdrawals/forged',
      'audit_untold attributions/forged',
    ]);
    await without('waiver_withdrawals_no_delete', `DELETE FROM waiver_withdrawals WHERE id = 'forged'`);
    await without('waivers_no_delete', `DELETE FROM waivers WHERE id = 'forged'`);
    await sql(`DELETE FROM attributions WHERE id = 'forged'`);
  });

  it('tells of a verdict that was turned round, even with a basis and a hash to match', async () => {
    const [{ id: verdict, outcome }] = await sql('SELECT id, outcome FROM verdicts');
    await without('verdicts_no_update', `UPDATE verdicts SET outcome = 'competent'`);
    expect(await kinds()).toEqual([`audit_untold verdicts/${verdict}`]);
    await sql(`UPDATE verdicts SET outcome = '${outcome}'`);
    expect(await kinds()).toEqual([]);
  });

  it('tells of a log whose tail was cut off since a backup, which leaves no gap', async () => {
    const { manifest } = await backUp(world.config, join(world.folder, 'backup'));
    const since = manifest.audit;
    const checkSince = () => looking(world.config, (kept) => checkIntegrity(kept, { since }));
    await world.person('後來的人', ['candidate']);
    expect((await checkSince()).problems).toEqual([]);
    const entries = await sql(`SELECT * FROM audit_entries WHERE seq >= ${since.lastSeq}`);
    expect(entries[0].hash).toBe(since.lastHash);
    await without('audit_entries_no_delete', `DELETE FROM audit_entries WHERE seq >= ${since.lastSeq}`);
    const cut = (await checkSince()).problems.map(({ kind, subject }) => `${kind} ${subject}`);
    expect(cut).toContain(`audit_cut ${since.lastSeq}`);
    expect((await kinds()).filter((kind) => !kind.startsWith('audit_untold'))).toEqual([]);
  });
});

describe('backup and restore', () => {
  let backup: string;
  let sha256s: string[];
  beforeAll(async () => {
    await open();
    backup = join(world.folder, 'backup');
    sha256s = [await handIn('first'), await handIn('second')];
  });
  afterAll(() => world?.close());

  /** An empty place to restore to; on PostgreSQL an empty database of its own. */
  const elsewhere = async (name: string): Promise<{ config: Config; drop: () => Promise<void> }> => {
    const folder = join(world.folder, name);
    const env: Record<string, string> = { DATA_DIR: join(folder, 'data'), UPLOADS_DIR: join(folder, 'uploads') };
    if (!world.config.databaseUrl) return { config: new Config(env), drop: () => Promise.resolve() };
    const url = new URL(world.config.databaseUrl);
    url.pathname += `_${name}`;
    const database = url.pathname.slice(1);
    const source = world.app.get(DataSource);
    await source.query(`CREATE DATABASE "${database}"`);
    const drop = async () => void (await source.query(`DROP DATABASE "${database}" WITH (FORCE)`));
    return { config: new Config({ ...env, DATABASE_URL: url.href }), drop };
  };

  it('copies a running system whole, and from the second time only what is new', async () => {
    const first = await backUp(world.config, backup);
    expect(first).toMatchObject({ copied: 2, problems: [] });
    sha256s.push(await handIn('third'));
    const writing = Array.from({ length: 10 }, (_, i) => handIn(`meanwhile ${i}`));
    const second = await backUp(world.config, backup);
    await Promise.all(writing);
    expect(second.problems).toEqual([]);
    expect(second.copied).toBe(second.manifest.files.length - 2);
    expect(second.manifest.files.map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining(sha256s));
    expect(readdirSync(backup).filter((name) => name.startsWith('database-'))).toEqual([second.manifest.database.name]);
    expect(JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'))).toEqual(second.manifest);
  });

  it('never takes a passphrase along', async () => {
    writeFileSync(join(world.config.keysDir, 'passphrase'), 'secret');
    const { manifest } = await backUp(world.config, backup);
    expect(readdirSync(join(backup, 'keys')).sort()).toEqual(manifest.keys.map(({ name }) => name));
    expect(manifest.keys).toHaveLength(3);
    expect(manifest.keys.every(({ name }) => name.endsWith('.pem'))).toBe(true);
    rmSync(join(world.config.keysDir, 'passphrase'));
  });

  it('refuses to be written into what it backs up, or over it, by whatever way', async () => {
    const { folder, config } = world;
    const at = (...path: string[]) => join(folder, ...path);
    mkdirSync(at('linked'));
    symlinkSync(config.uploadsDir, at('linked/uploads'));
    symlinkSync(folder, at('alias'));
    mkdirSync(at('uploads/deep/uploads'), { recursive: true });
    const before = await check();
    const wrong = ['uploads', 'uploads/backup', 'data', 'data/keys/x', '.', 'alias', 'alias/data/new', 'linked'];
    for (const way of wrong) {
      await expect(backUp(config, at(way))).rejects.toMatchObject({ key: 'backup_inside' });
    }
    const nested = new Config({ DATA_DIR: at('data'), UPLOADS_DIR: at('other/uploads/live') });
    await expect(backUp(nested, at('other'))).rejects.toMatchObject({ key: 'backup_inside' });
    rmSync(at('uploads/deep'), { recursive: true });
    expect((await check()).files.count).toBe(before.files.count);
    expect(readdirSync(folder).filter((name) => /database|manifest/.test(name))).toEqual([]);
  });

  it('finds a copy that has rotted in the backup, and copies it again', async () => {
    const [rotten, short] = sha256s as [string, string];
    const copy = (sha256: string) => pathOf(sha256, join(backup, 'uploads'));
    writeFileSync(copy(rotten), 'FIRST');
    writeFileSync(copy(short), 'se');
    const { copied, problems } = await backUp(world.config, backup);
    expect({ copied, problems }).toEqual({ copied: 2, problems: [] });
    expect([rotten, short].map((sha256) => readFileSync(copy(sha256), 'utf8'))).toEqual(['first', 'second']);
  });

  it('removes its own earlier databases from the folder, and nothing else that looks like one', async () => {
    writeFileSync(join(backup, 'database-notes.txt'), 'mine');
    await backUp(world.config, backup);
    expect(readFileSync(join(backup, 'database-notes.txt'), 'utf8')).toBe('mine');
    rmSync(join(backup, 'database-notes.txt'));
  });

  it('restores to an empty place what fsck finds whole', async () => {
    const { config, drop } = await elsewhere('restored');
    const { manifest, problems, ended } = await restore(config, backup);
    expect(problems).toEqual([]);
    expect(ended!.apiTokens).toBe(3);
    const report = await looking(config, checkIntegrity);
    expect(report).toMatchObject({ problems: [], orphans: [], fileRows: manifest.files.length, documents: 5 });
    expect(sha256s.every((sha256) => existsSync(pathOf(sha256, config.uploadsDir)))).toBe(true);
    await expect(restore(config, backup)).rejects.toMatchObject({ key: 'occupied' });
    await drop();
  });

  it('with force replaces what is there, and puts aside what it replaces', async () => {
    const { config, drop } = await elsewhere('forced');
    await restore(config, backup);
    const [key] = readdirSync(config.keysDir);
    writeFileSync(join(config.keysDir, key!), 'another key');
    writeFileSync(pathOf(sha256s[0]!, config.uploadsDir), 'damaged');
    if (!config.databaseUrl) writeFileSync(config.sqliteFile, 'damaged');
    await expect(restore(config, backup)).rejects.toMatchObject({ key: 'occupied' });
    await restore(config, backup, { force: true });
    expect((await looking(config, checkIntegrity)).problems).toEqual([]);
    const aside = readdirSync(config.keysDir).find((name) => name.startsWith(`${key}.before-restore-`))!;
    expect(readFileSync(join(config.keysDir, aside), 'utf8')).toBe('another key');
    const data = existsSync(config.dataDir) ? readdirSync(config.dataDir) : [];
    expect(data.some((name) => name.startsWith('touchstone.sqlite.before'))).toBe(!config.databaseUrl);
    await drop();
  });

  it('refuses to replace what a running server has open, with force too', async () => {
    await expect(restore(world.config, backup, { force: true })).rejects.toMatchObject({ key: 'server_running' });
    expect((await check()).problems).toEqual([]);
  });

  it('lets nobody in who was let in when the backup was made, and says so in the log', async () => {
    const { config, drop } = await elsewhere('signed_out');
    const now = new Date('2026-04-01T00:00:00.000Z');
    const { ended } = await restore(config, backup, { now });
    const source = await new DataSource(readOptions(config)).initialize();
    for (const table of ['sessions', 'api_tokens']) {
      const rows = await source.query(`SELECT revoked_at FROM ${table}`);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every(({ revoked_at: at }: { revoked_at: string }) => at && at <= now.toISOString())).toBe(true);
    }
    const [last] = await source.query('SELECT * FROM audit_entries ORDER BY seq DESC LIMIT 1');
    expect(last).toMatchObject({ action: 'installation.restored', actor_id: 'system', at: now.toISOString() });
    expect(JSON.parse(last.data)).toMatchObject({ ...ended });
    await source.destroy();
    expect((await looking(config, checkIntegrity)).problems).toEqual([]);
    await drop();
  });

  it('with force restores from a damaged backup what is whole, and lists the rest', async () => {
    const damaged = join(world.folder, 'partly');
    cpSync(backup, damaged, { recursive: true });
    const [changed, missing, whole] = sha256s as [string, string, string];
    writeFileSync(pathOf(changed, join(damaged, 'uploads')), '?');
    rmSync(pathOf(missing, join(damaged, 'uploads')));
    const { config, drop } = await elsewhere('partly_restored');
    expect(await restore(config, damaged)).toMatchObject({ ended: null });
    const { problems, ended } = await restore(config, damaged, { force: true });
    const found = problems.map(({ kind, subject }) => `${kind} ${basename(subject)}`);
    expect(found.sort()).toEqual([`file_damaged ${changed}`, `file_missing ${missing}`]);
    expect(ended).not.toBeNull();
    expect(readFileSync(pathOf(whole, config.uploadsDir), 'utf8')).toBe('third');
    const left = (await looking(config, checkIntegrity)).problems;
    expect(left.map(({ kind, subject }) => `${kind} ${subject}`).sort()).toEqual(
      [`file_missing ${changed}`, `file_missing ${missing}`].sort(), // prettier-ignore
    );
    await drop();
  });

  it.each(['database-', 'keys/'])('has nothing to force in a backup whose %s is damaged', async (what) => {
    const damaged = join(world.folder, 'hopeless');
    cpSync(backup, damaged, { recursive: true });
    const path = (readdirSync(damaged, { recursive: true }) as string[]).find((name) => name.startsWith(what))!;
    writeFileSync(join(damaged, path), 'damaged');
    const { config, drop } = await elsewhere('hopeless_place');
    const { problems, ended } = await restore(config, damaged, { force: true });
    expect([problems.length, ended]).toEqual([1, null]);
    expect(existsSync(config.sqliteFile)).toBe(false);
    expect(existsSync(pathOf(sha256s[0]!, config.uploadsDir))).toBe(false);
    rmSync(damaged, { recursive: true });
    await drop();
  });

  it('never leaves the place without a database, even if it breaks off between one step and the next', async () => {
    const file = join(world.folder, 'kept.sqlite');
    const copy = join(world.folder, 'copy.sqlite');
    for (const path of [file, `${file}-wal`, copy]) writeFileSync(path, path);
    const sha256 = createHash('sha256').update(copy).digest('hex');
    const aside = join(world.folder, 'aside');
    mkdirSync(`${aside}-wal`); // the step after the first fails
    const replace = () => replaceSqlite(file, { path: copy, sha256 }, aside, () => Promise.resolve());
    await expect(replace()).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe(file);
    rmSync(aside);
    rmSync(`${aside}-wal`, { recursive: true });
    await replace();
    expect([file, aside, `${aside}-wal`].map((path) => readFileSync(path, 'utf8'))).toEqual([
      copy,
      file,
      `${file}-wal`,
    ]);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it.each([
    ['a changed file', (folder: string, sha256: string) => writeFileSync(pathOf(sha256, join(folder, 'uploads')), '?')],
    ['a missing file', (folder: string, sha256: string) => rmSync(pathOf(sha256, join(folder, 'uploads')))],
    [
      'a changed database',
      (folder: string) => {
        const name = readdirSync(folder).find((entry) => entry.startsWith('database-'))!;
        const bytes = readFileSync(join(folder, name));
        bytes[bytes.length >> 1]! ^= 1;
        writeFileSync(join(folder, name), bytes);
      },
    ],
  ])('restores nothing from a backup with %s', async (_, damage) => {
    const damaged = join(world.folder, 'damaged');
    cpSync(backup, damaged, { recursive: true });
    damage(damaged, sha256s[0]!);
    const { config, drop } = await elsewhere('untouched');
    expect((await restore(config, damaged)).problems).toHaveLength(1);
    expect(existsSync(config.sqliteFile)).toBe(false);
    expect(existsSync(pathOf(sha256s[1]!, config.uploadsDir))).toBe(false);
    rmSync(damaged, { recursive: true });
    await drop();
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['another format', '{"format":2}'],
    ['a way out', JSON.stringify({ format: 1, dialect: 'sqlite', database: { name: '../../x', sha256: '0'.repeat(64) }, keys: [], files: [] })], // prettier-ignore
  ])('takes a folder with %s for a manifest for no backup', async (_, text) => {
    const folder = join(world.folder, 'no-backup');
    mkdirSync(folder, { recursive: true });
    if (text) writeFileSync(join(folder, 'manifest.json'), text);
    await expect(restore(world.config, folder)).rejects.toMatchObject({ key: 'no_backup' });
  });

  it('says what is missing or damaged, and keeps the rest', async () => {
    const partial = join(world.folder, 'partial');
    const lost = await handIn('to be lost');
    rmSync(pathOf(lost));
    const { problems, manifest } = await backUp(world.config, partial);
    expect(problems).toEqual([{ kind: 'file_missing', subject: lost }]);
    expect(manifest.files.map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining(sha256s));
  });
});

function jestLessStderr(): { restore: () => void } {
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = () => true;
  return { restore: () => (process.stderr.write = write) };
}
