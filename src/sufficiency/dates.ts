import { type DateOnly, type Instant } from './facts.js';

const minute = 60_000;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (monthDays[month - 1] ?? 0);
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isDate(text: string | null): text is DateOnly {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '');
  if (!match) return false;
  const day = Number(match[3]);
  return day >= 1 && day <= daysInMonth(Number(match[1]), Number(match[2]));
}

/**
 * The same day so many months later, or the last day of that month if it has no such day: 29 February 2024 and
 * 24 months give 28 February 2026. The day itself is a real one (`isDate`).
 */
export function addMonths(date: DateOnly, months: number): DateOnly {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const total = year * 12 + (month - 1) + Math.trunc(months);
  const [y, m] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  if (!(y >= 0)) return '0000-01-01';
  if (y > 9999) return '9999-12-31';
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(Math.min(day, daysInMonth(y, m)), 2)}`;
}

/** The day so many days later. The day itself is a real one (`isDate`). */
export function addDays(date: DateOnly, days: number): DateOnly {
  const later = new Date(Date.parse(`${date}T00:00:00Z`) + Math.trunc(days) * 24 * 60 * minute).toISOString();
  return later.startsWith('+') ? '9999-12-31' : later.slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format;
}

/** The day that a moment falls on in a time zone; null for what is no moment. */
export function dayIn(zone: string, instant: Instant): DateOnly | null {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return null;
  const date = formatIn(zone).format(time);
  return isDate(date) ? date : null;
}

/** The first moment of a day in a time zone, to the minute; null for what is no day. */
export function startOfDay(zone: string, date: DateOnly): Instant | null {
  if (!isDate(date)) return null;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  let before = midnight - 15 * 60 * minute;
  let reached = midnight + 15 * 60 * minute;
  while (reached - before > minute) {
    const middle = before + Math.floor((reached - before) / minute / 2) * minute;
    if ((dayIn(zone, new Date(middle).toISOString()) ?? '') < date) before = middle;
    else reached = middle;
  }
  return new Date(reached).toISOString();
}

/** The first moment after a day in a time zone; null for what is no day. */
export function endOfDay(zone: string, date: DateOnly): Instant | null {
  if (!isDate(date)) return null;
  return startOfDay(zone, new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 60 * minute).toISOString().slice(0, 10));
}
