/** Tells the story: Chinese first, English beneath. */
export interface Narrator {
  chapter: (zh: string, en: string) => void;
  say: (zh: string, en: string) => void;
  /** Lines that are the same in both languages, such as tables. */
  show: (lines: readonly string[]) => void;
}

export function narrator(write: (text: string) => void): Narrator {
  let chapters = 0;
  return {
    chapter(zh, en) {
      chapters += 1;
      write(`\n${chapters}. ${zh}  ${en}\n`);
    },
    say(zh, en) {
      write(`   ${zh}\n     ${en}\n`);
    },
    show(lines) {
      write(lines.map((line) => `     ${line}`.trimEnd() + '\n').join(''));
    },
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
