import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { type Me } from '../../session/session';
import { type Entry, type Photo } from './entry';
import { type KeptDocument, type Taken } from './taken';

export interface Kept extends DBSchema {
  /** Who works on this device without a network. */
  people: { key: string; value: { id: string; person: Me; keptAt: string } };
  taken: { key: string; value: Taken };
  documents: { key: string; value: KeptDocument };
  entries: { key: string; value: Entry };
  photos: { key: string; value: Photo; indexes: { entry: string } };
  /** What is in the photos: apart from what is known of them, so that to read or note that moves no megabytes. */
  bytes: { key: string; value: { id: string; blob: Blob } };
}

type Upgrade = IDBPTransaction<Kept, StoreNames<Kept>[], 'versionchange'>;

async function upgrade(db: IDBPDatabase<Kept>, before: number, tx: Upgrade): Promise<void> {
  if (before < 1) {
    db.createObjectStore('people', { keyPath: 'id' });
    db.createObjectStore('taken', { keyPath: 'assessmentId' });
    db.createObjectStore('documents', { keyPath: 'id' });
    db.createObjectStore('entries', { keyPath: 'id' });
    db.createObjectStore('photos', { keyPath: 'id' }).createIndex('entry', 'entryId');
  }
  db.createObjectStore('bytes', { keyPath: 'id' });
  for (let at = await tx.objectStore('photos').openCursor(); at; at = await at.continue()) {
    const { blob, ...photo } = at.value as Photo & { blob: Blob };
    await tx.objectStore('bytes').put({ id: photo.id, blob });
    await at.update(photo);
  }
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** What this device keeps for work without a network. */
export function kept(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('touchstone-field', 2, {
    upgrade: (db, before, _now, tx) => void upgrade(db, before, tx),
    // A newer page wants to change the stores, or the browser closed them: the next use opens them anew.
    blocking: (_now, _next, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Written to the disk before it is said to be: a tablet may lose its power at any time. */
export const strictly = { durability: 'strict' } as const;

const line = 'BroadcastChannel' in globalThis ? new BroadcastChannel('touchstone-field') : undefined;
const watchers = new Set<() => void>();

/** Tells every page of this device that something kept has changed. */
export function announce(): void {
  line?.postMessage('changed');
  for (const watcher of watchers) watcher();
}

export function watchKept(watcher: () => void): () => void {
  watchers.add(watcher);
  line?.addEventListener('message', watcher);
  return () => {
    watchers.delete(watcher);
    line?.removeEventListener('message', watcher);
  };
}
