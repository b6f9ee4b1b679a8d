import { fill, type Locale, type TextParams } from '../i18n/i18n.js';
import { signingTexts } from '../i18n/signing.js';
import { verifyCommandTexts } from '../i18n/verify-command.js';

type CommandKey = keyof (typeof verifyCommandTexts)['en'];

/** One text of the command in every language asked for. */
export function sayIn(languages: readonly Locale[], key: CommandKey, params?: TextParams): string[] {
  return languages.map((locale) => fill(verifyCommandTexts[locale][key], params, locale));
}

/** A step of a check with its result. */
export function line(locale: Locale, ok: boolean, name: string, found: string): string {
  const result = signingTexts[locale][ok ? 'passed' : 'failed'];
  return locale === 'zh-TW' ? `${name}：${result}。${found}` : `${name}: ${result}. ${found}`;
}

/** The first language carries the mark, the others stand beneath it. */
export const mark =
  (ok: boolean) =>
  (text: string, index: number): string =>
    index > 0 ? `    ${text}` : `  ${ok ? '✓' : '✗'} ${text}`;
