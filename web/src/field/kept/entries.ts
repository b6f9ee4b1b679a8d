import { type IDBPTransaction } from 'idb';
import { newId } from '../../api/new-id';
import { announce, kept, type Kept, strictly } from './database';
import { type Content, type Entry, isUnsent } from './entry';

/** Every entry of a person on this device, in the order they were begun. */
export async function entriesOf(userId: string): Promise<Entry[]> {
  const all = await (await kept()).getAll('entries');
  return all.filter((entry) => entry.userId === userId).sort((a, b) => a.startedAt.localeCompare(b.startedAt));
}

export async function unsentCount(userId: string): Promise<number> {
  return (await entriesOf(userId)).filter(isUnsent).length;
}

interface Beginning extends Pick<Entry, 'userId' | 'assessmentId' | 'candidateName' | 'form' | 'place' | 'sitting'> {
  at?: Date;
}

/** Begins an observation; it is on the disk when this answers. */
export async function beginEntry({ at = new Date(), ...beginning }: Beginning): Promise<Entry> {
  const entry: Entry = {
    id: newId(),
    state: 'open',
    startedAt: at.toISOString(),
    endedAt: null,
    task: '',
    present: '',
    context: '',
    notes: '',
    method: '',
    outcomes: {},
    sign: false,
    changedAt: at.toISOString(),
    queuedAt: null,
    revision: null,
    sentAt: null,
    signedAt: null,
    problem: null,
    ...beginning,
  };
  const tx = (await kept()).transaction('entries', 'readwrite', strictly);
  await tx.store.add(entry);
  await tx.done;
  announce();
  return entry;
}

/** Changes an entry as it stands on the disk, so that no page overwrites what another wrote; undefined leaves it. */
export async function editEntry(id: string, change: (entry: Entry) => Partial<Entry> | undefined): Promise<void> {
  const tx = (await kept()).transaction('entries', 'readwrite', strictly);
  const entry = await tx.store.get(id);
  const changes = entry && change(entry);
  if (changes) await tx.store.put({ ...entry, ...changes });
  await tx.done;
  if (changes) announce();
}

/** Writes down what was seen; what is on its way to the server is not changed any more. */
export function writeDown(id: string, change: (entry: Entry) => Partial<Content>): Promise<void> {
  return editEntry(id, (entry) =>
    entry.state === 'open' ? { ...change(entry), changedAt: new Date().toISOString() } : undefined,
  );
}

/** Hands an entry over to be sent, and signed if so asked. What it says stays as it is from now on. */
export function queueEntry(id: string, sign: boolean): Promise<void> {
  return editEntry(id, ({ state, endedAt, signedAt }) => {
    if (signedAt) return undefined;
    const now = new Date().toISOString();
    const ended = state === 'open' ? { endedAt: endedAt ?? now } : {};
    return { ...ended, state: 'queued', sign, queuedAt: now, problem: null };
  });
}

/** Opens an entry again to be corrected, unless it is signed. */
export function reopenEntry(id: string): Promise<void> {
  return editEntry(id, ({ signedAt }) => (signedAt ? undefined : { state: 'open', sign: false, problem: null }));
}

/** Sends an entry in place of what the server holds under its id. */
export function insistOnEntry(id: string): Promise<void> {
  return editEntry(id, ({ state }) =>
    state === 'refused'
      ? { state: 'queued', revision: null, queuedAt: new Date().toISOString(), problem: null }
      : undefined,
  );
}

/** Throws away an entry that is not with the server, photos and all. */
export async function discardEntry(id: string): Promise<void> {
  const tx = (await kept()).transaction(['entries', 'photos', 'bytes'], 'readwrite', strictly);
  const entry = await tx.objectStore('entries').get(id);
  if (entry?.state === 'open' || entry?.state === 'refused') await forget(tx, id);
  await tx.done;
  announce();
}

type Removal = IDBPTransaction<Kept, ('entries' | 'photos' | 'bytes')[], 'readwrite'>;

async function forget(tx: Removal, id: string): Promise<void> {
  await tx.objectStore('entries').delete(id);
  for (const key of await tx.objectStore('photos').index('entry').getAllKeys(id)) {
    await tx.objectStore('photos').delete(key);
    await tx.objectStore('bytes').delete(key);
  }
}

const longKept = 14 * 86_400_000;

/** Forgets what has long been with the server. */
export async function forgetSent(now = Date.now()): Promise<void> {
  const tx = (await kept()).transaction(['entries', 'photos', 'bytes'], 'readwrite');
  for (const { id, state, signedAt, sentAt } of await tx.objectStore('entries').getAll())
    if (state === 'sent' && signedAt && Date.parse(sentAt!) < now - longKept) await forget(tx, id);
  await tx.done;
}
