import { run } from './layout.js';
import { type VerdictRecord, type VerdictTarget } from './record.js';
import { columnsOf, tableSection } from './section.js';
import { type Sheet } from './sheet.js';
import { type Row } from './table.js';
import { styles } from './theme.js';

/** What a unit's assessment guide names beside the key aspects: the context it asks for, and its methods. */
export function drawGuide(sheet: Sheet): void {
  const { record, words } = sheet;
  const ofType = (type: VerdictTarget['type']): VerdictTarget[] =>
    record.targets.filter((target) => target.type === type);
  const contexts = ofType('context');
  if (contexts.length > 0) {
    const rows = contexts.map(({ code, text }) => rowOf([code, text]));
    tableSection(sheet, 'section_contexts', columnsOf(sheet, ['code', 'text'], [58]), rows);
  }
  const methods = ofType('method');
  if (methods.length === 0) return;
  const { counted, unnamed } = timesCounted(record);
  const rows = methods.map(({ code, text }) => rowOf([code, text, String(counted.get(code) ?? 0)]));
  const notes = [words.say('note_methods')];
  if (unnamed > 0) notes.push(words.say('note_methods_unnamed', { count: unnamed }));
  const columns = columnsOf(sheet, ['code', 'text', 'times_counted'], [58, sheet.flow.width - 158]);
  tableSection(sheet, 'section_methods', columns, rows, notes.join(''));
}

function rowOf([code, ...texts]: string[]): Row {
  const cells = texts.map((text) => ({ runs: [[run(text, styles.small)]] }));
  return { cells: [{ runs: [[run(code!, styles.smallStrong)]] }, ...cells] };
}

/** How many counting claims were made by each method, by its code. */
function timesCounted({ targets }: VerdictRecord): { counted: Map<string, number>; unnamed: number } {
  const counted = new Map<string, number>();
  let unnamed = 0;
  for (const { method } of targets.flatMap(({ evidence }) => evidence)) {
    if (method === null) unnamed += 1;
    else counted.set(method, (counted.get(method) ?? 0) + 1);
  }
  return { counted, unnamed };
}
