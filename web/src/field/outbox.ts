import { call, Problem, speakAs } from '../api/client';
import { editEntry, entriesOf, forgetSent } from './kept/entries';
import { type Entry } from './kept/entry';
import { photoCounts } from './kept/photos';
import { sendEntry } from './send';

/** Why a run of the outbox ended. */
export type Run = 'done' | 'unreachable' | 'signed_out' | 'busy';

/** How much of what a run has to send has arrived: records and photos, each as one. */
export interface Sending {
  done: number;
  all: number;
}

/** Nothing is wrong with the entry: the way to the server, or the server itself, is. It is tried again later. */
const passes = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500;

/**
 * Sends what waits, in the order it was handed over. What the server refuses stays with its reason and holds up nothing.
 * Of all the pages of this device only one sends at a time; a page that is killed lets go.
 */
export async function sendAll(userId: string, onProgress: (sending: Sending) => void): Promise<Run> {
  const send = (): Promise<Run> => run(userId, onProgress);
  if (!('locks' in navigator)) return send();
  return navigator.locks.request('touchstone-outbox', { ifAvailable: true }, (lock) => (lock ? send() : 'busy'));
}

async function run(userId: string, onProgress: (sending: Sending) => void): Promise<Run> {
  const queued = (await entriesOf(userId))
    .filter(({ state }) => state === 'queued')
    .sort((a, b) => a.queuedAt!.localeCompare(b.queuedAt!));
  if (queued.length === 0) return 'done';
  const counts = await photoCounts();
  const photosLeft = queued.map(({ id }) => counts.get(id)).map((count) => (count ? count.all - count.sent : 0));
  const sending = { done: 0, all: photosLeft.reduce((sum, left) => sum + left, queued.length) };
  const onSent = (count: number): void => {
    sending.done += count;
    onProgress({ ...sending });
  };
  onSent(0);
  try {
    // Also brings the secret that requests carry, which is not kept on the device.
    const session = await call('get', '/api/session', { signal: AbortSignal.timeout(15_000) });
    if (session.userId !== userId) return 'signed_out';
    speakAs(session);
    for (const entry of queued) {
      await sendOrNote(entry, onSent);
      onSent(1);
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.status === 401 ? 'signed_out' : 'unreachable';
  }
  await forgetSent();
  return 'done';
}

/** Also what nobody foresaw is noted at the entry that it befell, so that the others go on. */
async function sendOrNote(entry: Entry, onSent: (count: number) => void): Promise<void> {
  try {
    await sendEntry(entry, onSent);
  } catch (error) {
    if (!(error instanceof Problem)) {
      await editEntry(entry.id, () => ({ state: 'refused', problem: { code: 'unforeseen', message: '', errors: [] } }));
      return;
    }
    if (error.status === 401 || error.offline) throw error;
    const { code, message, errors } = error;
    const problem = { code, message, errors };
    await editEntry(entry.id, () => (passes(error) ? { problem } : { state: 'refused', problem }));
  }
}
