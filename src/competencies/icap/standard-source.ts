import { createBodyReader, isBodyHeader, type Body } from './body.js';
import { readCell, type Column, type ColumnItem } from './column.js';
import { createFieldReader, type Fields } from './fields.js';
import { passage, type Passage } from './passage.js';
import { type Log, type Place } from './report.js';
import { type Row } from './rows.js';
import { createSupplementReader, type PrintedBullet } from './supplement.js';
import { label, plain } from './text.js';
import { createVersionReader, isVersionHeader, type ListedVersion } from './versions.js';

/** A standard taken apart: everything printed, by section, not yet checked or put together. */
export interface StandardSource {
  title: Passage;
  versions: ListedVersion[];
  fields: Fields;
  body: Body;
  attitudes: ColumnItem[];
  bullets: PrintedBullet[];
  bulletPassages: Passage[];
  sections: Map<Section, Place>;
}

type Section = 'versions' | 'fields' | 'body' | 'attitudes' | 'supplement';

export const standardLabels = new Set([
  '職能基準代碼',
  '職類',
  '職業',
  '職類別',
  '職類別代碼',
  '職業別',
  '職業別代碼',
  '行業別',
  '行業別代碼',
  '工作描述',
  '基準級別',
]);
const frames = new Set(['職能基準名稱', '職能基準名稱(擇一填寫)', '(擇一填寫)', '所屬類別', '所屬', '類別']);

/** Reads the rows of a standard, each by the section it stands in. */
export function readStandardSource(rows: readonly Row[], log: Log): StandardSource {
  const title = passage('標題', { line: rows[0]?.line ?? 1 });
  const versions = createVersionReader(log);
  const form = createFieldReader(standardLabels, frames, log);
  const body = createBodyReader(log);
  const attitude: Column = { kind: 'attitude', last: null };
  const attitudes: ColumnItem[] = [];
  const supplement = createSupplementReader(log);
  const sections = new Map<Section, Place>();
  let section: Section | null = null;

  const enter = (next: Section, { line }: Row) => {
    section = next;
    if (!sections.has(next)) sections.set(next, { line });
  };
  const readAttitudes = ({ line, cells }: Row) => {
    for (const item of readCell(attitude, cells.join(''), { line }, log)) attitudes.push(item);
  };

  for (const row of rows) {
    const heading = headingOf(row);
    if (heading) {
      enter(heading, row);
      const rest = afterFirst(row);
      if (rest.cells.some(Boolean)) {
        if (heading === 'attitudes') readAttitudes(rest);
        else supplement.row(rest);
      }
    } else if (section !== 'supplement' && isBodyHeader(row)) {
      enter('body', row);
      body.header(row);
    } else if (isVersionHeader(row)) {
      enter('versions', row);
      versions.header(row);
    } else if (
      (section === null || section === 'versions') &&
      row.cells.some((cell) => standardLabels.has(label(cell)))
    ) {
      enter('fields', row);
      form.row(row);
    } else if (section === 'versions') versions.row(row);
    else if (section === 'fields') form.row(row);
    else if (section === 'body') body.row(row);
    else if (section === 'attitudes') readAttitudes(row);
    else if (section === 'supplement') supplement.row(row);
    else readTitle(title, row, log);
  }

  return {
    title,
    versions: versions.read(),
    fields: form.fields,
    body: body.body,
    attitudes,
    bullets: supplement.bullets,
    bulletPassages: supplement.all,
    sections,
  };
}

function headingOf({ cells }: Row): 'attitudes' | 'supplement' | null {
  const first = label(cells.find(Boolean) ?? '');
  if (/^職能內涵\(A=/.test(first)) return 'attitudes';
  return first === '說明與補充事項' ? 'supplement' : null;
}

function afterFirst(row: Row): Row {
  const cells = row.cells.slice(row.cells.findIndex(Boolean) + 1);
  return { ...row, cells, raw: cells.filter(Boolean).join(' ') };
}

function readTitle(title: Passage, { line, cells }: Row, log: Log): void {
  const text = plain(cells.join('')).replace(/^#+/, '').trim();
  if (title.pieces.length === 0) Object.assign(title, passage('標題', { line }, text));
  else log.fault('text_unplaced', { line }, text);
}
