import { type Me } from '../../session/session';
import { announce, kept } from './database';

/** Who took work along on this device last; with no network the application opens for them. */
export async function keptPerson(): Promise<Me | null> {
  return (await (await kept()).get('people', 'last'))?.person ?? null;
}

/** Leaves nothing of what was taken along when its assessor signs out. What is not sent stays, seen by nobody else. */
export async function clearDevice(): Promise<void> {
  const tx = (await kept()).transaction(['people', 'taken', 'documents'], 'readwrite');
  await tx.objectStore('people').clear();
  await tx.objectStore('taken').clear();
  await tx.objectStore('documents').clear();
  await tx.done;
  announce();
}
