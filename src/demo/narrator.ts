import { type Locale } from '../i18n/i18n.js';

/** Tells the story in one language. Everything told is given in both, Chinese first. */
export interface Narrator {
  locale: Locale;
  /** One of the two texts. */
  words: (zh: string, en: string) => string;
  part: (zh: string, en: string) => void;
  chapter: (zh: string, en: string) => void;
  say: (zh: string, en: string) => void;
  /** Lines that need no telling, such as tables. */
  show: (lines: readonly string[]) => void;
}

export function narrator(write: (text: string) => void, locale: Locale): Narrator {
  let chapters = 0;
  const words = (zh: string, en: string): string => (locale === 'en' ? en : zh);
  return {
    locale,
    words,
    part: (zh, en) => write(`\n── ${words(zh, en)} ──\n`),
    chapter(zh, en) {
      chapters += 1;
      write(`\n${chapters}. ${words(zh, en)}\n`);
    },
    say: (zh, en) => write(`   ${words(zh, en)}\n`),
    show: (lines) => write(lines.map((line) => `     ${line}`.trimEnd() + '\n').join('')),
  };
}

/** How many columns a text takes in a terminal: a Chinese character takes two. */
export function columns(text: string): number {
  const wide = text.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g,
  );
  return [...text].length + (wide?.length ?? 0);
}

/** Rows in columns that line up. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => columns(row[c] ?? ''))));
  return rows.map((row) => row.map((text, c) => text + ' '.repeat(widths[c]! - columns(text))).join('  '));
}
