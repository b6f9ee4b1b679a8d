import { type Me } from '../../session/session';
import { announce, kept } from './database';

/** Who took work along on this device last; with no network the application opens for them. */
export async function keptPerson(): Promise<Me | null> {
  return (await (await kept()).get('people', 'last'))?.person ?? null;
}

/** What was taken along is for who took it: when somebody else signs in, nothing of it is left but what is not sent. */
export async function keepOnly({ id }: Me): Promise<void> {
  const last = await keptPerson();
  if (last && last.id !== id) await clearDevice();
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
