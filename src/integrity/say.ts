import { type IntegrityKey, integrityTexts } from '../i18n/integrity.js';
import { fill, locales, type TextParams } from '../i18n/i18n.js';
import { type Problem } from './report.js';

/** One statement on stdout, in Chinese with English beneath. */
export function say(key: IntegrityKey, params?: TextParams): void {
  process.stdout.write(words(key, params));
}

export function sayProblems(problems: readonly Problem[]): void {
  for (const { kind, subject, detail } of problems) say(kind, { subject, detail });
}

/** The same on stderr, and the exit code of a command that could not do its work. */
export function complain(key: IntegrityKey, params?: TextParams): number {
  process.stderr.write(words(key, params));
  return 2;
}

/** Parts come from files and rows under test: no control character of theirs reaches the terminal. */
function words(key: IntegrityKey, params?: TextParams): string {
  const [chinese, english] = locales.map((locale) => fill(integrityTexts[locale][key], params, locale));
  const printable = (line = ''): string => line.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '�');
  return `${printable(chinese)}\n  ${printable(english)}\n`;
}
