import { groupBy } from '../../common/group-by.js';
import { type Body } from './body.js';
import { type Note } from './interchange.js';
import { withoutNoteMarks } from './notes.js';
import { joined, type Passage } from './passage.js';
import { type Log } from './report.js';

/** Tells one code with several wordings and several codes with one wording. Nothing is ever merged by text. */
export function tellAlikeTexts(body: Body, log: Log): void {
  for (const items of [
    body.duties,
    body.tasks,
    body.outputs,
    body.indicators,
    body.blocks.flatMap((block) => block.knowledge),
    body.blocks.flatMap((block) => block.skills),
  ]) {
    for (const [code, printed] of groupBy(items, (item) => item.name)) {
      const wordings = [...new Set(printed.map(textOf))];
      const other = printed.find((item) => textOf(item) !== wordings[0]);
      if (other) log.find('wording_variant', other, textOf(other), { code, count: wordings.length, wordings });
    }
    tellDuplicates(items, log);
  }
}

/** Tells distinct codes that carry the same text. */
export function tellDuplicates(items: readonly Passage[], log: Log): void {
  for (const [text, alike] of groupBy(items, textOf)) {
    const codes = [...new Set(alike.map((item) => item.name))];
    if (text !== '' && codes.length > 1) log.find('duplicate_text', alike[0]!, text, { codes });
  }
}

/** Tells which notes are named where, which nowhere, and which are named but absent. */
export function tellNotes(
  notes: readonly (Note & { line: number })[],
  references: ReadonlyMap<number, Passage[]>,
  log: Log,
): void {
  for (const { number, term, line } of notes) {
    const codes = references.get(number)?.map((passage) => passage.name);
    if (codes) log.find('note_referenced', { line }, term, { number, codes });
    else log.find('note_unreferenced', { line }, term, { number });
  }
  const known = new Set(notes.map((note) => note.number));
  for (const [number, passages] of references) {
    const codes = passages.map((passage) => passage.name);
    if (!known.has(number)) log.find('note_missing', passages[0]!, '', { number, codes });
  }
}

function textOf(item: Passage): string {
  return withoutNoteMarks(joined(item)).text;
}
