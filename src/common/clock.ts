import { Injectable } from '@nestjs/common';

/** The time, in one place, so that tests can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The instant as it is stored: ISO 8601 in UTC with milliseconds, which sorts as text. */
  instant(): string {
    return this.now().toISOString();
  }
}

export const timeZone = 'Asia/Taipei';

// Making a format takes a hundred times as long as using it.
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar date (YYYY-MM-DD) of an instant, as people in Taiwan would write it. */
export function dateIn(instant: Date | string, zone = timeZone): string {
  let calendar = calendars.get(zone);
  if (!calendar) calendars.set(zone, (calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone })));
  return calendar.format(new Date(instant));
}
