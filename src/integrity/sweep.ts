import { type Reader } from '../database/database.js';
import { abandonedAgeMs, type FileStore, shards } from '../files/file-store.js';
import { fileRows, isSpokenOf } from './file-rows.js';

/** The entry that `restore` leaves in the log of the database it has brought back. */
export const restoredAction = 'installation.restored';

/** As much as one sweep removes; the next one goes on. */
const mostSwept = 10_000;

/**
 * Removes what refused, failed and broken uploads have left in the store: files that nobody has touched for a day and no
 * row speaks of. Files from before this database began, or was restored, are none of these: they may be what another
 * database speaks of, and stay until somebody sweeps them by hand. Any number of instances may sweep at once.
 */
export async function sweepStore(reader: Reader, store: FileStore, signal?: AbortSignal): Promise<number> {
  const since = await begin(reader);
  let swept = 0;
  for (const shard of shards) {
    if (signal?.aborted) break;
    const hashes = await store.hashes(shard);
    if (hashes.length === 0) continue;
    const spokenOf = new Set((await fileRows(reader, shard)).map(({ sha256 }) => sha256));
    for (const sha256 of hashes.filter((hash) => !spokenOf.has(hash))) {
      if (signal?.aborted || swept >= mostSwept) return swept;
      if (await removeOrphan(reader, store, sha256, since)) swept += 1;
    }
  }
  return swept;
}

/** Removes those of the orphans given that are old enough to belong to no upload under way. Returns how many. */
export async function sweepOrphans(
  { reader, store }: { reader: Reader; store: FileStore },
  orphans: readonly string[],
): Promise<number> {
  let swept = 0;
  for (const sha256 of orphans) if (await removeOrphan(reader, store, sha256)) swept += 1;
  return swept;
}

function removeOrphan(reader: Reader, store: FileStore, sha256: string, since = new Date(0)): Promise<boolean> {
  return store.removeUnused(sha256, async (touchedAt) => {
    const old = Date.now() - touchedAt.getTime() >= abandonedAgeMs;
    return old && touchedAt >= since && !(await isSpokenOf(reader, sha256));
  });
}

/** When this database began or was restored; never, while nothing has happened in it. */
async function begin(reader: Reader): Promise<Date> {
  const rows = await reader.sql<{ at: string | null }[]>`
    SELECT MAX(at) AS at FROM audit_entries WHERE seq = 1 OR action = ${restoredAction}`;
  return new Date(rows[0]?.at ?? '9999-12-31');
}
