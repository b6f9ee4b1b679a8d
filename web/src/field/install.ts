import { useSyncExternalStore } from 'react';

/** What browsers that can install applications offer (not in the DOM's types: only some do). */
interface InstallEvent extends Event {
  prompt: () => Promise<void>;
}

let offer: InstallEvent | null = null;
const watchers = new Set<() => void>();

function become(next: InstallEvent | null): void {
  offer = next;
  for (const watcher of watchers) watcher();
}

/** The offer comes once, soon after the page is opened: it is kept until somebody wants it. */
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  become(event as InstallEvent);
});
window.addEventListener('appinstalled', () => become(null));

/** Whether the application is installed, and how to ask for it where the browser offers it. */
export function useInstall(): { installed: boolean; ask: (() => void) | null } {
  const kept = useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => offer,
  );
  const installed = window.matchMedia('(display-mode: standalone)').matches;
  return { installed, ask: kept && (() => void kept.prompt().finally(() => become(null))) };
}
