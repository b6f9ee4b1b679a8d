import { createReadStream } from 'node:fs';
import { access, mkdir, readdir, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type DataSourceOptions } from 'typeorm';
import { inParallel } from '../common/in-parallel.js';
import { type Config } from '../config.js';
import { writeOptions } from '../database/data-source.js';
import { copyDurably, hashOf, ignoring } from '../files/durable.js';
import { type FileStore, shards } from '../files/file-store.js';
import { LocalFileStore } from '../files/local-file-store.js';
import { backupStore, copyFile, wholeSize } from './backup.js';
import { endAccessOfAll, type EndedAccess } from './end-access.js';
import { type BackupFile, type Manifest, readManifest } from './manifest.js';
import { lookAtPostgres, restorePostgres } from './postgres-tools.js';
import { Refused } from './refused.js';
import { type Problem } from './report.js';
import { isSqliteInUse, replaceSqlite } from './sqlite-file.js';

/** Files that are hashed or copied at the same time. */
const workers = 4;

export interface RestoreReport {
  manifest: Manifest;
  /** What is wrong with the backup. */
  problems: Problem[];
  /** What the restored database let in and lets in no more; null if nothing was restored. */
  ended: EndedAccess | null;
}

/**
 * Puts a backup in the place of what is configured. The whole backup is checked before the first change: one that is
 * damaged changes nothing, unless `force` asks for what of its files is whole; without a whole database and whole keys
 * there is nothing to force. Files and keys come first and the database last, so that no row ever speaks of what could
 * have been there. Of what was there before, files stay, and a database file or a key that differs is kept under
 * `.before-restore-…`. Nobody stays signed in.
 */
export async function restore(
  config: Config,
  from: string,
  { force = false, now = new Date() } = {},
): Promise<RestoreReport> {
  const folder = resolve(from);
  const manifest = await readManifest(folder);
  const dialect = config.databaseUrl ? 'postgres' : 'sqlite';
  if (manifest.dialect !== dialect) throw new Refused('other_database', { backup: manifest.dialect, here: dialect });
  await refuseInUse(config, force);
  const { whole, problems, hopeless } = await checkBackup(folder, manifest);
  if (hopeless || (problems.length > 0 && !force)) return { manifest, problems, ended: null };

  const aside = `.before-restore-${now.toISOString().replace(/\W/g, '-')}`;
  await restoreFiles(whole, backupStore(folder), new LocalFileStore(config));
  await mkdir(config.keysDir, { recursive: true, mode: 0o700 });
  for (const key of manifest.keys) await restoreKey(key, join(folder, 'keys'), config.keysDir, aside);
  await refuseInUse(config, true);
  return { manifest, problems, ended: await restoreDatabase(config, folder, manifest, aside, now) };
}

async function restoreDatabase(
  config: Config,
  folder: string,
  manifest: Manifest,
  aside: string,
  now: Date,
): Promise<EndedAccess> {
  const path = join(folder, manifest.database.name);
  const options = writeOptions(config);
  if (config.databaseUrl) {
    await restorePostgres(config.databaseUrl, path);
    return endAccessOfAll(options, config, manifest, now);
  }
  const copy = { path, sha256: manifest.database.sha256 };
  return replaceSqlite(config.sqliteFile, copy, config.sqliteFile + aside, (incoming) =>
    endAccessOfAll({ ...options, database: incoming } as DataSourceOptions, config, manifest, now),
  );
}

/** A running server would go on with what it has open; and without `force` nothing of anybody's is replaced. */
async function refuseInUse(config: Config, force: boolean): Promise<void> {
  const { occupied, inUse } = config.databaseUrl
    ? await lookAtPostgres(config.databaseUrl)
    : await lookAtSqlite(config);
  if (inUse) throw new Refused('server_running');
  if (force) return;
  if (occupied) throw new Refused('occupied', { what: config.databaseUrl ? 'PostgreSQL' : config.sqliteFile });
  if (await hasFiles(new LocalFileStore(config))) throw new Refused('occupied', { what: config.uploadsDir });
  const keys = (await readdir(config.keysDir).catch(ignoring('ENOENT'))) ?? [];
  if (keys.some((name) => name.endsWith('.pem'))) throw new Refused('occupied', { what: config.keysDir });
}

async function lookAtSqlite({ sqliteFile }: Config): Promise<{ occupied: boolean; inUse: boolean }> {
  const occupied = await access(sqliteFile).then(
    () => true,
    () => false,
  );
  return { occupied, inUse: occupied && isSqliteInUse(sqliteFile) };
}

async function hasFiles(store: FileStore): Promise<boolean> {
  for (const shard of shards) if ((await store.hashes(shard)).length > 0) return true;
  return false;
}

/** Every byte of the backup against its manifest: which files are whole, what is wrong, and whether that ends it all. */
async function checkBackup(
  folder: string,
  { database, keys, files }: Manifest,
): Promise<{ whole: string[]; problems: Problem[]; hopeless: boolean }> {
  const problems: Problem[] = [];
  const whole: string[] = [];
  const isWhole = async (path: string, sha256: string): Promise<boolean> => {
    const found = await hashOf(createReadStream(path)).catch(({ code }: NodeJS.ErrnoException) => ({ sha256: code }));
    if (found.sha256 === 'ENOENT') problems.push({ kind: 'file_missing', subject: path, detail: 'manifest.json' });
    else if (found.sha256 !== sha256) problems.push({ kind: 'file_damaged', subject: path });
    return found.sha256 === sha256;
  };
  await isWhole(join(folder, database.name), database.sha256);
  for (const { name, sha256 } of keys) await isWhole(join(folder, 'keys', name), sha256);
  const hopeless = problems.length > 0;
  await inParallel(files, workers, async ({ sha256 }) => {
    if (await isWhole(join(folder, 'uploads', sha256.slice(0, 2), sha256), sha256)) whole.push(sha256);
  });
  return { whole, problems, hopeless };
}

async function restoreFiles(hashes: readonly string[], from: FileStore, to: FileStore): Promise<void> {
  await inParallel(hashes, workers, async (sha256) => {
    if ((await wholeSize(to, sha256)) !== null) return;
    const copy = await copyFile(from, to, sha256);
    if ('kind' in copy) throw new Error(`${copy.kind}: ${sha256}`);
  });
}

async function restoreKey({ name, sha256 }: BackupFile, from: string, to: string, aside: string): Promise<void> {
  const path = join(to, name);
  const present = await hashOf(createReadStream(path)).catch(ignoring('ENOENT'));
  if (present?.sha256 === sha256) return;
  if (present) await rename(path, path + aside);
  await copyDurably(join(from, name), path, sha256);
}
