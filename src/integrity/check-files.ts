import { groupBy } from '../common/group-by.js';
import { inParallel } from '../common/in-parallel.js';
import { type Reader } from '../database/database.js';
import { hashOf } from '../files/durable.js';
import { type FileStore, shards } from '../files/file-store.js';
import { fileRows, type FileRow, isSpokenOf } from './file-rows.js';
import { type IntegrityReport, type Problem } from './report.js';

/** Files that are read at the same time: enough to keep the disk busy while others are hashed. */
const readers = 4;

type FilesReport = Pick<IntegrityReport, 'files' | 'fileRows' | 'orphans' | 'problems'>;

interface FileToCheck {
  sha256: string;
  rows: FileRow[];
}

/**
 * Hashes every file of the store and holds it against the rows. Bytes are kept before their row is written, and never
 * change: so whatever a row speaks of when it is read must be there afterwards, also while the server runs.
 */
export async function checkFiles(reader: Reader, store: FileStore): Promise<FilesReport> {
  const began = performance.now();
  const report: FilesReport = { files: { count: 0, bytes: 0, seconds: 0 }, fileRows: 0, orphans: [], problems: [] };
  await inParallel(filesToCheck(reader, store), readers, async (file) => {
    const { size, problems } = await checkFile(store, file);
    report.fileRows += file.rows.length;
    report.problems.push(...problems);
    if (size === null) return;
    report.files.count += 1;
    report.files.bytes += size;
    // The row of an upload that was under way may have come by now.
    if (file.rows.length === 0 && !(await isSpokenOf(reader, file.sha256))) report.orphans.push(file.sha256);
  });
  report.files.seconds = (performance.now() - began) / 1000;
  return report;
}

/** What rows speak of and what the store has, each file once. */
async function* filesToCheck(reader: Reader, store: FileStore): AsyncGenerator<FileToCheck> {
  for (const shard of shards) {
    const rows = groupBy(await fileRows(reader, shard), ({ sha256 }) => sha256);
    const hashes = new Set([...rows.keys(), ...(await store.hashes(shard))]);
    for (const sha256 of hashes) yield { sha256, rows: rows.get(sha256) ?? [] };
  }
}

async function checkFile(
  store: FileStore,
  { sha256, rows }: FileToCheck,
): Promise<{ size: number | null; problems: Problem[] }> {
  const speaking = rows.map(({ row }) => row).join(' ');
  const read = await readFile(store, sha256);
  if (read === 'missing') {
    return { size: null, problems: rows.length ? [{ kind: 'file_missing', subject: sha256, detail: speaking }] : [] };
  }
  if (read.sha256 !== sha256) {
    const detail = [read.error, speaking].filter(Boolean).join(' ');
    return { size: read.size, problems: [{ kind: 'file_damaged', subject: sha256, detail }] };
  }
  const wrong = rows.filter(({ size }) => size !== read.size);
  const problems = wrong.map(({ row, size }): Problem => {
    return { kind: 'size_differs', subject: row, detail: `${size} ≠ ${read.size}` };
  });
  return { size: read.size, problems };
}

/** A disk that cannot read a file has damaged it. */
async function readFile(
  store: FileStore,
  sha256: string,
): Promise<'missing' | { sha256: string; size: number; error?: string }> {
  try {
    return await hashOf(store.open(sha256));
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'missing' : { sha256: '', size: 0, error: code };
  }
}
