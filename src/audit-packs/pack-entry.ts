import { type Readable } from 'node:stream';
import { type FileStore } from '../files/file-store.js';
import { type PackPart } from '../i18n/audit-packs.js';
import { csv, type Cell } from '../common/csv.js';

/** One file of a pack. */
export interface PackEntry {
  name: string;
  part: PackPart;
  content: Readable | Buffer | string;
  /** The hash that the bytes are registered with. */
  sha256?: string;
}

/** A file that the pack should have held as it is registered. */
export interface Fault {
  name: string;
  sha256: string;
  /** What was found instead; null where nothing was. */
  found: string | null;
}

export const json = (name: string, part: PackPart, value: unknown): PackEntry => {
  return { name, part, content: `${JSON.stringify(value, null, 1)}\n` };
};

export const table = (name: string, part: PackPart, header: readonly string[], rows: Iterable<Cell[]>): PackEntry => {
  return { name, part, content: csv(header, rows) };
};

/** A stored file, opened only now that it is its turn; a fault where the store does not have it. */
export async function stored(
  store: FileStore,
  faults: Fault[],
  { name, part, sha256 }: { name: string; part: PackPart; sha256: string },
): Promise<PackEntry[]> {
  if ((await store.size(sha256)) !== null) return [{ name, part, sha256, content: store.open(sha256) }];
  faults.push({ name, sha256, found: null });
  return [];
}
