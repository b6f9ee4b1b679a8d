import { timeZone } from './formats';

/** A moment as a field for date and time takes it, in the time zone that times are shown in: `2026-03-01T14:05`. */
export function localOf(instant: string | number, zone = timeZone()): string {
  const parts = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', parts).format(new Date(instant)).replace(' ', 'T');
}

/** The moment that such a field says; null if it says none. */
export function instantOf(local: string, zone = timeZone()): string | null {
  const plain = Date.parse(`${local}Z`);
  if (Number.isNaN(plain)) return null;
  const ahead = (at: number): number => Date.parse(`${localOf(at, zone)}Z`) - at;
  // Twice, because the clocks may be changed in between.
  return new Date(plain - ahead(plain - ahead(plain))).toISOString();
}
