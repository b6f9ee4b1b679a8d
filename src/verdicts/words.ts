import { defaultLocale, fill } from '../i18n/i18n.js';
import { verdictTexts } from '../i18n/verdicts.js';

type Texts = (typeof verdictTexts)[typeof defaultLocale];

/** A record is worded in the language of the documents made from it. */
export const say = (key: keyof Texts, params: Parameters<typeof fill>[1]): string =>
  fill(verdictTexts[defaultLocale][key], params, defaultLocale);

export const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** The order of texts, and so of moments and ids. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
