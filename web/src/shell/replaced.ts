const reloadedAt = 'touchstone.reloadedAt';
const patience = 60_000; // milliseconds: a file that is missing after a new start stays missing

/**
 * The parts of a page that has stood open since before the server was replaced are gone. The page is read anew for
 * them, once; without a network it waits where it is.
 */
export function readAnewWhenReplaced(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(reloadedAt));
    if (!navigator.onLine || Date.now() - last < patience) return;
    sessionStorage.setItem(reloadedAt, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
