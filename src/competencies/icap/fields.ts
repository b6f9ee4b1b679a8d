import { levelOf } from './codes.js';
import { extend, joined, passage, type Passage } from './passage.js';
import { type Log, type Place } from './report.js';
import { type Row } from './rows.js';
import { label, plain } from './text.js';

/** The values of a form: rows of labels, each followed by its value in one or more cells. */
export type Fields = Map<string, Passage>;

interface Labelled {
  name: string;
  column: number;
}

/** Reads the rows of a form. `labels` carry values; `frames` are headings and pieces of headings without a value. */
export interface FieldReader {
  fields: Fields;
  row(row: Row): void;
}

/**
 * A value is every cell between its label and the next, joined. A row without any label continues the row above it,
 * each cell the field it stands under. One stray character before the first label is reported and left out.
 */
export function createFieldReader(labels: ReadonlySet<string>, frames: ReadonlySet<string>, log: Log): FieldReader {
  const fields: Fields = new Map();
  let above: Labelled[] = [];

  function row({ line, cells }: Row): void {
    const found: Labelled[] = [];
    const loose: { text: string; column: number }[] = [];
    let current: Labelled | null = null;
    let framed = false;

    cells.forEach((cell, i) => {
      const name = label(cell);
      const place = { line, column: i + 1 };
      if (labels.has(name)) {
        current = { name, column: i };
        found.push(current);
        open(name, place);
      } else if (frames.has(name)) framed = true;
      else if (cell !== '' && current) add(current.name, plain(cell), place);
      else if (cell !== '') loose.push({ text: plain(cell), column: i });
    });

    for (const { text, column } of loose) {
      const place = { line, column: column + 1 };
      const next = found.find((label) => label.column > column);
      const under = above.findLast((label) => label.column < column);
      if (next && /^[^\p{Script=Han}]$/u.test(text)) log.find('stray_cell', place, text, { field: next.name });
      else if (found.length === 0 && !framed && under) add(under.name, text, place);
      else log.fault('text_unplaced', place, text);
    }
    if (found.length > 0) above = found;
  }

  function open(name: string, place: Place): void {
    const known = fields.get(name);
    if (!known) fields.set(name, passage(name, place));
    else if (known.pieces.length > 0) log.fault('field_repeated', place, known.pieces[0]!.text, { field: name });
  }

  function add(name: string, text: string, place: Place): void {
    const field = fields.get(name);
    if (field) extend(field, place, text);
  }

  return { fields, row };
}

/** A field's text; an absent or empty one is a fault and gives nothing. */
export function required(fields: Fields, name: string, log: Log): Passage {
  const field = fields.get(name);
  if (!field || field.pieces.length === 0) log.fault('field_missing', field ?? { line: 1 }, name, { field: name });
  return field ?? passage(name, { line: 1 });
}

/** A field that holds a level from 1 to 6. */
export function levelField(fields: Fields, name: string, log: Log): number {
  const field = required(fields, name, log);
  const level = levelOf(joined(field));
  if (level === null && field.pieces.length > 0) log.fault('level_invalid', field, joined(field), { field: name });
  return level ?? 1;
}

/** A classification path: `行銷與銷售 / 專業銷售` is two steps. */
export function pathOf(text: string): string[] {
  return text
    .split(/[/／]/)
    .map((step) => step.trim())
    .filter(Boolean);
}
