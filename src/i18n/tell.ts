import { fill, type Locale, type TextParams } from './i18n.js';

const isoDay = /^\d{4}-\d\d-\d\d$/;
/** What is called so is a calendar date; a title that looks like one stays as it was given. */
const isDayName = /(?:On|Until|^(?:date|since|until))$/;
const formats: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  'zh-TW': new Intl.DateTimeFormat('zh-TW', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }),
};

/** Fills in a text for people: calendar dates are written as the web application writes them (2026年3月15日). */
export function tell(template: string, params: TextParams, locale: Locale): string {
  const told = Object.entries(params).map(([name, value]) => {
    const isDay = isDayName.test(name) && typeof value === 'string' && isoDay.test(value);
    return [name, isDay ? formats[locale].format(new Date(value)) : value];
  });
  return fill(template, Object.fromEntries(told) as TextParams, locale);
}
