import { call, Problem, speakAs } from '../api/client';
import { editEntry, entriesOf, forgetSent } from './kept/entries';
import { type Entry } from './kept/entry';
import { sendEntry } from './send';

/** Why a run of the outbox ended. */
export type Run = 'done' | 'unreachable' | 'signed_out' | 'busy';

/** Nothing is wrong with the entry: the way to the server, or the server itself, is. It is tried again later. */
const passes = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500;

/**
 * Sends what waits, in the order it was handed over. What the server refuses stays with its reason and holds up nothing.
 * Of all the pages of this device only one sends at a time; a page that is killed lets go.
 */
export async function sendAll(userId: string): Promise<Run> {
  if (!('locks' in navigator)) return run(userId);
  return navigator.locks.request('touchstone-outbox', { ifAvailable: true }, (lock) => (lock ? run(userId) : 'busy'));
}

async function run(userId: string): Promise<Run> {
  const queued = (await entriesOf(userId))
    .filter(({ state }) => state === 'queued')
    .sort((a, b) => a.queuedAt!.localeCompare(b.queuedAt!));
  if (queued.length === 0) return 'done';
  try {
    // Also brings the secret that requests carry, which is not kept on the device.
    const session = await call('get', '/api/session', { signal: AbortSignal.timeout(15_000) });
    if (session.userId !== userId) return 'signed_out';
    speakAs(session);
    for (const entry of queued) await sendOrNote(entry);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.status === 401 ? 'signed_out' : 'unreachable';
  }
  await forgetSent();
  return 'done';
}

async function sendOrNote(entry: Entry): Promise<void> {
  try {
    await sendEntry(entry);
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 401 || error.offline) throw error;
    const { code, message, errors } = error;
    const problem = { code, message, errors };
    await editEntry(entry.id, () => (passes(error) ? { problem } : { state: 'refused', problem }));
  }
}
