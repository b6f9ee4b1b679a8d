import { useEffect, useSyncExternalStore } from 'react';
import { usePerson } from '../session/session';
import { entriesOf, unsentCount } from './kept/entries';
import { type Run, sendAll } from './outbox';
import { useKept } from './use-kept';

let state: Run | 'sending' = 'done';
const watchers = new Set<() => void>();

function become(next: typeof state): void {
  state = next;
  for (const watcher of watchers) watcher();
}

let running = false;
let again = false;

/** Sends what waits; if that is going on already, what came meanwhile goes after it. */
export async function sendNow(userId: string): Promise<void> {
  again = true;
  if (running) return;
  running = true;
  try {
    while (again) {
      again = false;
      become('sending');
      become(await sendAll(userId));
    }
  } catch {
    become('unreachable'); // such as a store that the browser took away; it is tried again
  } finally {
    running = false;
  }
}

/** How the last run of the outbox ended, or that it runs. */
export function useRun(): Run | 'sending' {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => state,
  );
}

const every = 20_000;

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
