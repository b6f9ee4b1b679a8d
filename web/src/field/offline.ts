/** Registers the worker that opens the application without a network; where it cannot be, everything else works. */
export function prepareOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
}

/** Answers once the worker has all it needs. */
export async function isReadyOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return false;
  return Boolean((await navigator.serviceWorker.ready).active);
}
