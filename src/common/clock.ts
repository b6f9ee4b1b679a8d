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

/** The calendar date (YYYY-MM-DD) of an instant, as people in Taiwan would write it. */
export function dateIn(instant: Date | string, zone = timeZone): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));
}
