import { useMemo } from 'react';
import { type Locale, useLocale } from './words';

const zoneKey = 'touchstone.zone';

/** The time zone that times are shown in: the one chosen on this device, or Taiwan's. */
export function timeZone(): string {
  return localStorage.getItem(zoneKey) ?? 'Asia/Taipei';
}

export function chooseTimeZone(zone: string): void {
  localStorage.setItem(zoneKey, zone);
}

/** Today as a calendar date (`YYYY-MM-DD`) in Taiwan, whose days the server counts; or so many days from it. */
export function today(days = 0): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Taipei' }).format(at);
}

export interface Formats {
  /** 2026年3月15日, and in English Mar 15, 2026 */
  day: (instant: string | Date) => string;
  /** A calendar date without a time (`YYYY-MM-DD`), which no time zone may move. */
  date: (date: string) => string;
  /** 2026年3月15日 14:05 */
  instant: (instant: string | Date) => string;
  time: (instant: string | Date) => string;
  number: (value: number) => string;
  percent: (share: number) => string;
  size: (bytes: number) => string;
  /** 「3、5、7」 */
  list: (parts: readonly string[]) => string;
  /** 「原因：逾期」 */
  labelled: (label: string, value: string) => string;
  /** 「（3 件）」, to be put right behind what it belongs to */
  aside: (text: string) => string;
  /** 「3 天前」 */
  ago: (instant: string | Date, now?: Date) => string;
}

function makeFormats(locale: Locale, zone: string): Formats {
  const of = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const inFull = { year: 'numeric', month: locale === 'zh-TW' ? 'long' : 'short', day: 'numeric' } as const;
  const day = of(inFull);
  const date = new Intl.DateTimeFormat(locale, { ...inFull, timeZone: 'UTC' });
  // By its parts: styles with a cycle of hours of one's own fall back to 2026/3/15.
  const instant = of({
    ...inFull,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const time = of({ timeStyle: 'short', hourCycle: 'h23' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    labelled: (label, value) => `${label}${locale === 'zh-TW' ? '：' : ': '}${value}`,
    aside: (text) => (locale === 'zh-TW' ? `（${text}）` : ` (${text})`),
    list: (parts) => parts.join(locale === 'zh-TW' ? '、' : ', '),
    day: (value) => day.format(new Date(value)),
    date: (value) => date.format(new Date(`${value}T00:00:00Z`)),
    instant: (value) => instant.format(new Date(value)),
    time: (value) => time.format(new Date(value)),
    number: (value) => number.format(value),
    percent: (value) => percent.format(value),
    size: (bytes) => {
      const unit = bytes < 1e3 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
      const value = bytes / 1000 ** unit;
      const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: unit > 1 && value < 100 ? 1 : 0 });
      return `${digits.format(value)} ${['B', 'kB', 'MB', 'GB'][unit]}`;
    },
    ago: (value, now = new Date()) => {
      const minutes = (new Date(value).getTime() - now.getTime()) / 60_000;
      if (Math.abs(minutes) < 60) return relative.format(Math.round(minutes), 'minute');
      if (Math.abs(minutes) < 48 * 60) return relative.format(Math.round(minutes / 60), 'hour');
      return relative.format(Math.round(minutes / 60 / 24), 'day');
    },
  };
}

/** Dates, numbers and sizes as the reader writes them. */
export function useFormats(): Formats {
  const locale = useLocale();
  const zone = timeZone();
  return useMemo(() => makeFormats(locale, zone), [locale, zone]);
}
