import { codesIn, looksLikeCode, strangeCode, type ItemKind } from './codes.js';
import { extend, passage, type Passage } from './passage.js';
import { type Log, type Place } from './report.js';
import { plainLines } from './text.js';

/** An item of a column, opened by its code. `name` is the code in its normal form. */
export interface ColumnItem extends Passage {
  kind: ItemKind;
  rawCode: string;
  numbers: number[];
}

/** One column of the body table, read from top to bottom across page breaks. */
export interface Column {
  kind: ItemKind;
  last: ColumnItem | null;
}

export const columnLabel: Record<ItemKind, string> = {
  duty: '主要職責',
  task: '工作任務',
  output: '工作產出',
  indicator: '行為指標',
  knowledge: '知識',
  skill: '技能',
  attitude: '態度',
};

/**
 * Reads one more cell of a column and gives the items that open in it. Text before the first code continues the item
 * that was open; text that continues nothing and codes of other columns are faults.
 */
export function readCell(column: Column, cell: string, place: Place, log: Log): ColumnItem[] {
  const opened: ColumnItem[] = [];
  let paragraphs = 0;
  for (const line of plainLines(cell)) {
    const codes = codesIn(column.kind, line);
    const before = line.slice(0, codes[0]?.index ?? line.length).trim();
    if (before !== '') continueLast(column, before, place, paragraphs > 0, log);
    codes.forEach((found, i) => {
      const start = found.index + found.raw.length;
      const text = line.slice(start, codes[i + 1]?.index ?? line.length);
      const item: ColumnItem = {
        ...passage(found.code, place, text),
        kind: column.kind,
        rawCode: found.raw,
        numbers: found.numbers,
      };
      column.last = item;
      opened.push(item);
    });
    if (line.trim() !== '') paragraphs++;
  }
  return opened;
}

function continueLast({ kind, last }: Column, text: string, place: Place, sameCell: boolean, log: Log): void {
  const column = columnLabel[kind];
  const strange = strangeCode(kind, text);
  if (strange !== null) return log.fault('code_unexpected', place, text, { code: strange, column });
  if (!last) return log.fault('text_without_code', place, text, { column });
  if (looksLikeCode(text)) log.find('near_code', place, text, { code: last.name });
  // A page may break between two sentences; a paragraph of its own in the same cell has lost its code.
  const ended = /[。！？]$/.test(last.pieces.at(-1)?.text ?? '');
  const lost = kind === 'attitude' ? /^[^：:，。]{1,12}[：:]/.test(text) : ended && sameCell;
  if (lost) log.fault('code_missing', place, text, { code: last.name, column });
  else if (ended) log.find('doubtful_join', place, text, { code: last.name });
  extend(last, place, text);
}
