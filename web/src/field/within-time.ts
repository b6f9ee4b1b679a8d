import { Problem } from '../api/client';

/** For what is short: a line on which no answer comes by then is as good as broken. */
export const soon = (): AbortSignal => AbortSignal.timeout(45_000);

/** Longer than anything takes on a line that works. */
const mostMs = 10 * 60_000;

/** Does what can be stopped, and stops it when the line goes or no end is in sight: nothing may hold up the outbox for ever. */
export async function withinTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  const timer = setTimeout(abort, mostMs);
  window.addEventListener('offline', abort);
  try {
    return await work(stop.signal);
  } catch (error) {
    throw stop.signal.aborted ? new Problem(0, 'offline', '') : error;
  } finally {
    clearTimeout(timer);
    window.removeEventListener('offline', abort);
  }
}
