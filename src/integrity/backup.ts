import { createReadStream } from 'node:fs';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { genesisHash, lastEntry } from '../audit/audit.js';
import { inParallel } from '../common/in-parallel.js';
import { Config } from '../config.js';
import { readOptions, sqliteReadOptions } from '../database/data-source.js';
import { type Reader } from '../database/database.js';
import { copyDurably, hashOf, ignoring } from '../files/durable.js';
import { type FileStore } from '../files/file-store.js';
import { LocalFileStore } from '../files/local-file-store.js';
import { requireApart } from './apart.js';
import { spokenOf } from './file-rows.js';
import { type BackupFile, type LastAudited, type Manifest, writeManifest } from './manifest.js';
import { looking } from './open.js';
import { dumpPostgres } from './postgres-tools.js';
import { type Problem } from './report.js';
import { copySqlite } from './sqlite-file.js';

/** Files that are copied at the same time. */
const copiers = 4;

export interface BackupReport {
  manifest: Manifest;
  /** How many files of the manifest were not, or not whole, in the folder yet. */
  copied: number;
  /** Files that rows speak of and that could not be copied whole. */
  problems: Problem[];
}

/** The uploads folder inside a backup is a store like any other. */
export const backupStore = (folder: string): FileStore =>
  new LocalFileStore(new Config({ UPLOADS_DIR: join(folder, 'uploads') }));

/**
 * Backs up a running system into a folder that may hold an earlier backup. First the database as it is at one moment,
 * then the files and keys it speaks of: both are on disk before their rows and never change, so the whole is consistent.
 * The manifest comes last; until then the folder is the earlier backup. No passphrase is ever copied.
 */
export async function backUp(config: Config, out: string, now = new Date()): Promise<BackupReport> {
  const folder = resolve(out);
  await requireApart(folder, config);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const madeAt = now.toISOString();
  // Before the database: what is in the log now is in the copy too.
  const audit = await looking(config, ({ reader }) => whereAuditEnds(reader));
  const database = await copyDatabase(config, folder, madeAt.replace(/\W/g, '-'));
  const source = new DataSource(
    config.databaseUrl ? readOptions(config) : sqliteReadOptions(join(folder, database.name)),
  );
  await source.initialize();
  try {
    const reader: Reader = source.manager;
    const copied = await copyFiles(reader, new LocalFileStore(config), backupStore(folder));
    const keys = await copyKeys(config.keysDir, join(folder, 'keys'));
    const dialect = config.databaseUrl ? ('postgres' as const) : ('sqlite' as const);
    const described = { madeAt, touchstone: await version(), schema: await schema(reader), dialect, audit };
    const manifest: Manifest = { format: 1, ...described, database, keys, files: copied.files };
    await writeManifest(folder, manifest);
    await removeEarlierDatabases(folder, database.name);
    return { manifest, copied: copied.count, problems: copied.problems };
  } finally {
    await source.destroy();
  }
}

async function copyDatabase(config: Config, folder: string, stamp: string): Promise<BackupFile> {
  const name = `database-${stamp}.${config.databaseUrl ? 'dump' : 'sqlite'}`;
  const path = join(folder, name);
  if (config.databaseUrl) await dumpPostgres(config.databaseUrl, path);
  else await copySqlite(config.sqliteFile, path);
  return { name, ...(await hashOf(createReadStream(path))) };
}

/**
 * Copies what the backup lacks. Each copy is hashed on its way, and each that is there already is hashed again: so that
 * damage on either side is found now, while there is a whole one to mend it with, and not at restore.
 */
async function copyFiles(
  reader: Reader,
  from: FileStore,
  to: FileStore,
): Promise<{ files: Manifest['files']; count: number; problems: Problem[] }> {
  const result = { files: [] as Manifest['files'], count: 0, problems: [] as Problem[] };
  await inParallel(spokenOf(reader), copiers, async (sha256) => {
    let size = await wholeSize(to, sha256);
    if (size === null) {
      const copy = await copyFile(from, to, sha256);
      if ('kind' in copy) return void result.problems.push(copy);
      size = copy.size;
      result.count += 1;
    }
    result.files.push({ sha256, size });
  });
  result.files.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  return result;
}

/** The size of a stored file whose bytes have the hash they should have, or null: also for one that cannot be read. */
export async function wholeSize(store: FileStore, sha256: string): Promise<number | null> {
  try {
    const found = await hashOf(store.open(sha256));
    return found.sha256 === sha256 ? found.size : null;
  } catch {
    return null;
  }
}

/** The copy's size, or why there is none. */
export async function copyFile(from: FileStore, to: FileStore, sha256: string): Promise<{ size: number } | Problem> {
  const missing = !/^[0-9a-f]{64}$/.test(sha256) || (await from.size(sha256)) === null;
  if (missing) return { kind: 'file_missing', subject: sha256 };
  const staged = await to.stage(from.open(sha256), { maxBytes: Infinity });
  if (staged.sha256 === sha256) {
    await to.keep([staged]);
    return staged;
  }
  await to.discard([staged]);
  return { kind: 'file_damaged', subject: sha256 };
}

async function copyKeys(from: string, to: string): Promise<BackupFile[]> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const names = (await readdir(from).catch(ignoring('ENOENT'))) ?? [];
  const keys: BackupFile[] = [];
  for (const name of names.filter((n) => n.endsWith('.pem')).sort()) {
    const found = await hashOf(createReadStream(join(from, name)));
    await copyDurably(join(from, name), join(to, name), found.sha256);
    keys.push({ name, ...found });
  }
  return keys;
}

/** Databases of earlier backups, which no manifest speaks of any more, and of backups that broke off. */
async function removeEarlierDatabases(folder: string, current: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names) {
    if (/^database-[\dTZ-]+\.(sqlite|dump)$/.test(name) && name !== current)
      await rm(join(folder, name), { force: true });
  }
}

async function whereAuditEnds(reader: Reader): Promise<LastAudited> {
  const last = await lastEntry(reader);
  return { lastSeq: last?.seq ?? 0, lastHash: last?.hash ?? genesisHash };
}

async function schema(reader: Reader): Promise<string> {
  const rows = await reader.sql<{ name: string }[]>`SELECT name FROM migrations ORDER BY id DESC LIMIT 1`;
  return rows[0]?.name ?? '';
}

async function version(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
