import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { copyDurably, ignoring, syncFolder } from '../files/durable.js';

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

/** Puts a copy in the database's place, and what was there beside it under `aside`. */
export async function replaceSqlite(
  file: string,
  copy: { path: string; sha256: string },
  aside: string,
): Promise<void> {
  const incoming = `${file}.restoring`;
  await copyDurably(copy.path, incoming, copy.sha256);
  for (const part of ['', '-wal', '-shm']) await rename(file + part, aside + part).catch(ignoring('ENOENT'));
  await rename(incoming, file);
  await syncFolder(dirname(file));
}
