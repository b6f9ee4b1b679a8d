const key = 'touchstone.invitation';

/**
 * The secret of the link in the letter. It leaves the address bar at once, so that neither the history nor a picture of
 * the screen has it; the tab keeps it, so that a phone that put the tab to sleep finds the form again.
 */
export function takeSecret(): string | null {
  const given = window.location.hash.slice(1);
  if (given) {
    sessionStorage.setItem(key, given);
    window.history.replaceState(null, '', window.location.pathname);
  }
  return sessionStorage.getItem(key);
}

export const bearing = (secret: string): Record<string, string> => ({ Authorization: `Invitation ${secret}` });
