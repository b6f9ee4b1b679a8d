import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Evidence that was chosen or is on its way, with its files: it is there again after the page was closed. */
export interface Piece {
  id: string;
  personId: string;
  assessmentId: string;
  /** The evidence that the files are added to; null while they are to become some. */
  itemId: string | null;
  /** What is said of the evidence. */
  fields: Record<string, string | undefined>;
  /** The request that it answers. */
  requestId: string | null;
  files: readonly File[];
  /** Nobody has asked to send it yet. */
  isChosen?: boolean;
  keptAt: number;
}

interface Kept extends DBSchema {
  pieces: { key: string; value: Piece };
}

/** The browser keeps a copy: of more than this, choosing the file again costs less than the room. */
const mostBytes = 500_000_000;
/** As long as the server keeps what has arrived of an upload. */
const forgottenAfterMs = 7 * 24 * 3_600_000;

let opened: Promise<IDBPDatabase<Kept>> | undefined;

function kept(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('touchstone-uploads', 1, {
    upgrade: (db) => void db.createObjectStore('pieces', { keyPath: 'id' }),
    terminated: () => {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Whether there is room for a copy, and for as much again that others may want to keep. */
async function hasRoom(bytes: number): Promise<boolean> {
  if (bytes > mostBytes || !('storage' in navigator)) return false;
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return quota - usage > 2 * bytes;
}

let last: Promise<unknown> = Promise.resolve();

/** What is forgotten must not be kept by what was asked before. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

/** Keeps a piece where there is room, and answers whether; where there is none, its files are chosen again after a break. */
export function keepPiece(piece: Piece): Promise<boolean> {
  const bytes = piece.files.reduce((sum, { size }) => sum + size, 0);
  return inTurn(async () => {
    if (!(await hasRoom(bytes))) return false;
    await (await kept()).put('pieces', piece);
    return true;
  }).catch(() => false); // no room after all, or a browser that keeps nothing
}

export async function forgetPiece(id: string): Promise<void> {
  await inTurn(async () => (await kept()).delete('pieces', id)).catch(() => undefined);
}

/** What this person has under way, of one assessment, that no other page of this browser is sending. */
export async function keptPieces(personId: string, assessmentId: string): Promise<Piece[]> {
  const db = await kept().catch(() => null);
  if (!db) return [];
  const all = await inTurn(() => db.getAll('pieces')).catch(() => []);
  const isOver = ({ keptAt }: Piece): boolean => Date.now() - keptAt > forgottenAfterMs;
  for (const { id } of all.filter(isOver)) await forgetPiece(id);
  const elsewhere = await heldPieces();
  return all
    .filter((one) => one.personId === personId && one.assessmentId === assessmentId)
    .filter((one) => !isOver(one) && !elsewhere.has(one.id))
    .sort((a, b) => a.keptAt - b.keptAt);
}

const lockOf = (id: string): string => `touchstone-upload-${id}`;

/** Sends a piece from one page at a time; a page that is closed or killed lets go. */
export async function holding(id: string, work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(lockOf(id), work);
  else await work();
}

async function heldPieces(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name = '' }) => name.replace(lockOf(''), '')));
}
