import { announce, kept, strictly } from './database';
import { type Content, type Entry, isUnsent, newId, type Photo } from './entry';

/** Every entry of a person on this device, in the order they were begun. */
export async function entriesOf(userId: string): Promise<Entry[]> {
  const all = await (await kept()).getAll('entries');
  return all.filter((entry) => entry.userId === userId).sort((a, b) => a.startedAt.localeCompare(b.startedAt));
}

export async function unsentCount(userId: string): Promise<number> {
  return (await entriesOf(userId)).filter(isUnsent).length;
}

interface Beginning extends Pick<Entry, 'userId' | 'assessmentId' | 'candidateName' | 'form' | 'place'> {
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
  const tx = (await kept()).transaction(['entries', 'photos'], 'readwrite', strictly);
  const entry = await tx.objectStore('entries').get(id);
  if (entry?.state === 'open' || entry?.state === 'refused') {
    await tx.objectStore('entries').delete(id);
    for (const key of await tx.objectStore('photos').index('entry').getAllKeys(id))
      await tx.objectStore('photos').delete(key);
  }
  await tx.done;
  announce();
}

const longKept = 14 * 86_400_000;

/** Forgets what has long been with the server. */
export async function forgetSent(now = Date.now()): Promise<void> {
  const tx = (await kept()).transaction('entries', 'readwrite');
  for (const { id, state, signedAt, sentAt } of await tx.store.getAll())
    if (state === 'sent' && signedAt && Date.parse(sentAt!) < now - longKept) await tx.store.delete(id);
  await tx.done;
}

export async function photosOf(entryId: string): Promise<Photo[]> {
  const photos = await (await kept()).getAllFromIndex('photos', 'entry', entryId);
  return photos.sort((a, b) => a.takenAt.localeCompare(b.takenAt) || a.name.localeCompare(b.name));
}

/** Keeps photos with an entry, one after the other: a hundred of them are not in memory at once. Throws if one is not kept. */
export async function addPhotos(entryId: string, files: readonly File[], at = new Date()): Promise<void> {
  const stamp = at.toISOString().slice(0, 19).replace(/\D/g, '');
  try {
    for (const [index, file] of files.entries()) {
      const id = newId();
      const end = /\.\w{2,5}$/.exec(file.name)?.[0] ?? '.jpg';
      const name = `photo-${stamp}-${index + 1}-${id.slice(0, 8)}${end.toLowerCase()}`;
      const takenAt = new Date(at.getTime() + index).toISOString();
      // Its bytes, not the device's file, which may be gone tomorrow; read before the transaction, which would not wait.
      const blob = new Blob([await file.arrayBuffer()], { type: file.type });
      const tx = (await kept()).transaction('photos', 'readwrite', strictly);
      await tx.store.add({ id, entryId, name, takenAt, size: blob.size, blob, removed: false, sent: false });
      await tx.done;
    }
  } finally {
    announce();
  }
}

export async function editPhoto(id: string, changes: Partial<Pick<Photo, 'removed' | 'sent' | 'blob'>>): Promise<void> {
  const tx = (await kept()).transaction('photos', 'readwrite', strictly);
  const photo = await tx.store.get(id);
  if (photo) await tx.store.put({ ...photo, ...changes });
  await tx.done;
  announce();
}
