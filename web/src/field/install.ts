import { useSyncExternalStore } from 'react';

/** What browsers that can install applications offer (not in the DOM's types: only some do). */
interface InstallEvent extends Event {
  prompt: () => Promise<void>;
}

interface Install {
  installed: boolean;
  offer: InstallEvent | null;
}

let state: Install = { installed: window.matchMedia('(display-mode: standalone)').matches, offer: null };
const watchers = new Set<() => void>();

function become(next: Partial<Install>): void {
  state = { ...state, ...next };
  for (const watcher of watchers) watcher();
}

/** The offer comes once, soon after the page is opened: it is kept until somebody wants it. */
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  become({ offer: event as InstallEvent });
});
window.addEventListener('appinstalled', () => become({ installed: true, offer: null }));

/** Whether the application is installed, and how to ask for it where the browser offers it. */
export function useInstall(): { installed: boolean; ask: (() => void) | null } {
  const { installed, offer } = useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => state,
  );
  return { installed, ask: offer && (() => void offer.prompt().finally(() => become({ offer: null }))) };
}
