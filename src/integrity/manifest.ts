import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dialect } from '../database/database.js';
import { writeSecret } from '../signing/durable-file.js';
import { Refused } from './refused.js';

export interface BackupFile {
  name: string;
  size: number;
  sha256: string;
}

/** The last entry of the audit log. */
export interface LastAudited {
  lastSeq: number;
  lastHash: string;
}

/** What a backup holds. It is written last and at once: until then the folder is the backup it was before. */
export interface Manifest {
  format: 1;
  madeAt: string;
  touchstone: string;
  /** The last migration that the database has had. */
  schema: string;
  dialect: Dialect;
  /** Where the audit log ended: `fsck --since` tells whether its tail was cut off later. */
  audit: LastAudited;
  database: BackupFile;
  keys: BackupFile[];
  /** Each stored file by its hash, in `uploads/`. */
  files: { sha256: string; size: number }[];
}

const manifestName = 'manifest.json';

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeSecret(join(folder, manifestName), JSON.stringify(manifest));
}

export function readManifest(folder: string): Promise<Manifest> {
  return readManifestFile(join(folder, manifestName));
}

/** Throws `Refused` for anything that is no manifest. Whatever it says, its names stay inside the backup's folder. */
export async function readManifestFile(path: string): Promise<Manifest> {
  const refuse = (reason: string): Refused => new Refused('no_backup', { path, reason });
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw refuse(String(error.code));
  });
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (isSound(manifest)) return manifest;
  } catch {
    // Not JSON, or not of this shape: either way no manifest.
  }
  throw refuse('format');
}

function isSound({ format, dialect, audit, database, keys, files }: Manifest): boolean {
  return (
    format === 1 &&
    ['sqlite', 'postgres'].includes(dialect) &&
    Number.isInteger(audit.lastSeq) &&
    /^[0-9a-f]{64}$/.test(audit.lastHash) &&
    /^database-[\w-]+\.(sqlite|dump)$/.test(database.name) &&
    keys.every(({ name }) => /^[\w-]+\.pem$/.test(name)) &&
    [database, ...keys, ...files].every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))
  );
}
