import { newId } from '../../api/new-id';
import { announce, kept, strictly } from './database';
import { type Photo } from './entry';

/** What is known of the photos of an entry, in the order they were taken. Their bytes are read one by one. */
export async function photosOf(entryId: string): Promise<Photo[]> {
  const photos = await (await kept()).getAllFromIndex('photos', 'entry', entryId);
  return photos.sort((a, b) => a.takenAt.localeCompare(b.takenAt) || a.name.localeCompare(b.name));
}

export async function photoBytes(id: string): Promise<Blob | null> {
  return (await (await kept()).get('bytes', id))?.blob ?? null;
}

export interface PhotoCount {
  all: number;
  sent: number;
}

/** How many photos each entry has, and how many of them have arrived. */
export async function photoCounts(): Promise<Map<string, PhotoCount>> {
  const counts = new Map<string, PhotoCount>();
  for (const { entryId, removed, sent } of await (await kept()).getAll('photos')) {
    if (removed) continue;
    const { all, sent: before } = counts.get(entryId) ?? { all: 0, sent: 0 };
    counts.set(entryId, { all: all + 1, sent: before + Number(sent) });
  }
  return counts;
}

/**
 * Keeps photos with an entry that is being written down, one after the other: a hundred of them are not in memory at once.
 * Throws if one is not kept.
 */
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
      const tx = (await kept()).transaction(['entries', 'photos', 'bytes'], 'readwrite', strictly);
      // What has been handed over is sent as it was: a photo that comes later would stay behind.
      const isOpen = (await tx.objectStore('entries').get(entryId))?.state === 'open';
      if (!isOpen) throw new Error('The entry is not open');
      await tx.objectStore('bytes').add({ id, blob });
      await tx
        .objectStore('photos')
        .add({ id, entryId, name, takenAt, size: blob.size, removed: false, sent: false, problem: null });
      await tx.done;
    }
  } finally {
    announce();
  }
}

export async function editPhotos(
  ids: readonly string[],
  changes: Partial<Pick<Photo, 'removed' | 'sent' | 'problem'>>,
): Promise<void> {
  const tx = (await kept()).transaction('photos', 'readwrite', strictly);
  for (const id of ids) {
    const photo = await tx.store.get(id);
    if (photo) await tx.store.put({ ...photo, ...changes });
  }
  await tx.done;
  announce();
}

/** Makes room: the server has them, signed. */
export async function forgetBytes(ids: readonly string[]): Promise<void> {
  const tx = (await kept()).transaction('bytes', 'readwrite');
  for (const id of ids) await tx.store.delete(id);
  await tx.done;
}
