import { timeZone } from './formats';

/** A moment as a field for times takes it (`YYYY-MM-DDTHH:mm`): by the clock of the person's zone, not the device's. */
export function localTime(instant: string | Date, zone = timeZone()): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(instant)).replace(' ', 'T');
}

/** The moment that such a time means; null for what is none. Of an hour that comes twice, the first. */
export function instantOf(local: string, zone = timeZone()): string | null {
  const asked = Date.parse(`${local}Z`);
  if (Number.isNaN(asked)) return null;
  const offsetAt = (at: number): number => Date.parse(`${localTime(new Date(at), zone)}Z`) - Math.floor(at / 6e4) * 6e4;
  // The clocks may have been changed between the guess and the moment.
  const guess = asked - offsetAt(asked);
  return new Date(asked - offsetAt(guess)).toISOString();
}
