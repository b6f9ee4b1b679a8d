import { useEffect, useSyncExternalStore } from 'react';
import { usePerson } from '../session/session';
import { entriesOf, unsentCount } from './kept/entries';
import { type Run, type Sending, sendAll } from './outbox';
import { useKept } from './use-kept';

interface Outbox {
  run: Run | 'sending';
  sending: Sending;
}

const nothing: Sending = { done: 0, all: 0 };
let state: Outbox = { run: 'done', sending: nothing };
const watchers = new Set<() => void>();

function become(run: Outbox['run'], sending = nothing): void {
  state = { run, sending };
  for (const watcher of watchers) watcher();
}

const every = 20_000;
let running = false;
let again = false;
/** Milliseconds until what failed on the way is tried again: soon after a hiccup, later where there is no network. */
let wait = 1_000;
let retry: number | undefined;

/** Sends what waits; if that is going on already, what came meanwhile goes after it. */
export async function sendNow(userId: string): Promise<void> {
  again = true;
  if (running) return;
  running = true;
  try {
    while (again) {
      again = false;
      become('sending');
      become(await sendAll(userId, (sending) => become('sending', sending)));
    }
  } catch {
    become('unreachable'); // such as a store that the browser took away; it is tried again
  } finally {
    running = false;
    window.clearTimeout(retry);
    const isAway = state.run === 'unreachable';
    wait = isAway ? Math.min(2 * wait, every) : 1_000;
    if (isAway) retry = window.setTimeout(() => void sendNow(userId), wait);
  }
}

/** How the last run of the outbox ended, or that it runs and how far it is. */
export function useRun(): Outbox {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => state,
  );
}

/** Keeps the outbox going while any page is open, and says how much of it there is. */
export function useOutbox(): number {
  const { id } = usePerson();
  const count = useKept(['unsent', id], () => unsentCount(id)).data ?? 0;
  useEffect(() => {
    const send = async (): Promise<void> => {
      if ((await entriesOf(id)).some((entry) => entry.state === 'queued')) await sendNow(id);
    };
    const tryToSend = (): void => void send().catch(() => undefined);
    tryToSend();
    const timer = setInterval(tryToSend, every);
    window.addEventListener('online', tryToSend);
    document.addEventListener('visibilitychange', tryToSend);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', tryToSend);
      document.removeEventListener('visibilitychange', tryToSend);
    };
  }, [id]);
  return count;
}
