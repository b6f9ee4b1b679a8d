import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Me } from '../../session/session';
import { type Entry, type Photo } from './entry';
import { type KeptDocument, type Taken } from './taken';

interface Kept extends DBSchema {
  /** Who works on this device without a network. */
  people: { key: string; value: { id: string; person: Me; keptAt: string } };
  taken: { key: string; value: Taken };
  documents: { key: string; value: KeptDocument };
  entries: { key: string; value: Entry };
  photos: { key: string; value: Photo; indexes: { entry: string } };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** What this device keeps for work without a network. */
export function kept(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('touchstone-field', 1, {
    upgrade(db) {
      db.createObjectStore('people', { keyPath: 'id' });
      db.createObjectStore('taken', { keyPath: 'assessmentId' });
      db.createObjectStore('documents', { keyPath: 'id' });
      db.createObjectStore('entries', { keyPath: 'id' });
      db.createObjectStore('photos', { keyPath: 'id' }).createIndex('entry', 'entryId');
    },
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
