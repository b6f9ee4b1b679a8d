import { extend, passage, type Passage } from './passage.js';
import { createFieldReader, type Fields } from './fields.js';
import { type Log } from './report.js';
import { type Row } from './rows.js';
import { label, plainLines } from './text.js';

export type UnitList = 'elements' | 'skills' | 'knowledge' | 'guide' | 'notes';

/** The label of each list of a unit. */
export const unitListLabels: Record<UnitList, string> = {
  elements: '工作任務與行為指標',
  skills: '職能內涵(S=skills技能)',
  knowledge: '職能內涵(K=knowledge知識)',
  guide: '評量設計參考',
  notes: '說明與補充事項',
};

const lists = new Map(Object.entries(unitListLabels).map(([list, name]) => [name, list as UnitList]));

export const unitLabels = new Set(['職能單元代碼', '職能單元名稱', '領域類別', '職能單元級別']);

/** A unit taken apart: its short fields, and the printed lines of each list. */
export interface UnitSource {
  fields: Fields;
  lists: Map<UnitList, Passage>;
}

/** Reads the rows of a unit. A row with an empty label continues the value above it. */
export function readUnitSource(rows: readonly Row[], log: Log): UnitSource {
  const form = createFieldReader(unitLabels, new Set(), log);
  const found = new Map<UnitList, Passage>();
  let open: Passage | null = null;

  for (const row of rows) {
    const first = row.cells.findIndex(Boolean);
    const list = lists.get(label(row.cells[first] ?? ''));
    const { line } = row;
    if (list) {
      open = found.get(list) ?? passage(unitListLabels[list], { line });
      found.set(list, open);
      addLines(open, row, first + 1);
    } else if (row.cells.some((cell) => unitLabels.has(label(cell)))) {
      open = null;
      form.row(row);
    } else if (!open) form.row(row);
    else if (first > 0) addLines(open, row, first);
    else log.fault('text_unplaced', { line }, row.cells.join(' '));
  }
  return { fields: form.fields, lists: found };
}

function addLines(target: Passage, { line, cells }: Row, from: number): void {
  cells.forEach((cell, i) => {
    if (i < from) return;
    for (const text of plainLines(cell)) extend(target, { line, column: i + 1 }, text);
  });
}
