import { timeZone } from '../i18n/formats';

/** Today as a calendar date where the reader is; or so many days from it. */
export function today(days = 0): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone() }).format(at);
}
