import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { copyDurably, ignoring, syncFolder } from '../files/durable.js';

/** What SQLite keeps beside a database that is open, or was not closed. */
const logs = ['-wal', '-shm'];

/** Writes the whole database to `target`, as it is at one moment; its server goes on meanwhile. */
export async function copySqlite(source: string, target: string): Promise<void> {
  const database = new BetterSqlite3(source, { readonly: true, fileMustExist: true });
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
  // SQLite leaves the syncing of this copy to its maker.
  const copy = await open(target, 'r+');
  try {
    await copy.chmod(0o600);
    await copy.sync();
  } finally {
    await copy.close();
  }
  await syncFolder(dirname(target));
}

/** Whether a server has the database open. Where none has, all of it is in its one file afterwards. */
export function isSqliteInUse(file: string): boolean {
  try {
    const database = new BetterSqlite3(file, { fileMustExist: true, timeout: 0 });
    try {
      database.pragma('journal_mode = DELETE');
    } finally {
      database.close();
    }
    return false;
  } catch (error) {
    // One that is missing, or too damaged to be opened, is in nobody's way.
    return String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
  }
}

/**
 * Puts a copy in the database's place once `prepare` is done with it, and keeps what was there under `aside` too. At
 * every moment there is one whole database under the name: a server that found none would begin an empty one.
 */
export async function replaceSqlite<T>(
  file: string,
  copy: { path: string; sha256: string },
  aside: string,
  prepare: (incoming: string) => Promise<T>,
): Promise<T> {
  const incoming = `${file}.restoring`;
  for (const part of logs) await rm(incoming + part, { force: true });
  await copyDurably(copy.path, incoming, copy.sha256);
  const prepared = await prepare(incoming);
  await link(file, aside).catch(ignoring('ENOENT'));
  // Left beside another file they would be taken for its own. A database that was closed has none.
  for (const part of logs) await rename(file + part, aside + part).catch(ignoring('ENOENT'));
  await syncFolder(dirname(file));
  await rename(incoming, file);
  await syncFolder(dirname(file));
  return prepared;
}
