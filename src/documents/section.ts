import { heightOf, paragraph, run } from './layout.js';
import { breakLines, type Run } from './lines.js';
import { type Sheet } from './sheet.js';
import { type Column, drawTable, layTable, type Row } from './table.js';
import { styles } from './theme.js';
import { type DocumentKey } from './words.js';

interface Heading {
  /** A sentence beneath the heading. */
  note?: string;
  /** So much is to stand on the same page beneath. */
  keep: number;
}

/** The heading of a part of the document. */
export function sectionHeading({ flow, root, words }: Sheet, key: DocumentKey, { note, keep }: Heading): void {
  flow.y += 4;
  const said = note ? [run(note, styles.note)] : [];
  const below = note ? heightOf(breakLines(said, flow.width)) + 5 : 0;
  const heading = words.both(key, styles.heading, styles.headingOther);
  paragraph(flow, root, heading, { type: 'H2', keep: below + keep, after: note ? 1 : 5 });
  if (note) paragraph(flow, root, said, { after: 5 });
}

/** A part that is one table. Its heading never stands alone at the foot of a page. */
export function tableSection(sheet: Sheet, key: DocumentKey, columns: Column[], rows: Row[], note?: string): void {
  const { flow, root, words } = sheet;
  const laid = layTable(flow, columns, rows);
  sectionHeading(sheet, key, { note, keep: laid.opening + 5 });
  drawTable(flow, root, laid, words.say(key));
}

/** Titles of columns in both languages with the widths of all but the last, which takes what is left. */
export function columnsOf({ flow, words }: Sheet, titles: DocumentKey[], widths: number[]): Column[] {
  const left = flow.width - widths.reduce((sum, width) => sum + width, 0);
  const title = (key: DocumentKey): Run[] => words.both(key, styles.smallStrong, styles.note);
  return titles.map((key, index) => ({ title: title(key), width: widths[index] ?? left }));
}
