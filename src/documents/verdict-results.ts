import { drawResult } from './figures.js';
import { paragraph, run } from './layout.js';
import { type TargetEvidence, type TargetType, type VerdictItem, type VerdictTarget } from './record.js';
import { type Sheet } from './sheet.js';
import { type Cell, type Column, type Row, table } from './table.js';
import { styles } from './theme.js';
import { type DocumentKey } from './words.js';

const sections: { key: Extract<DocumentKey, `section_${string}`>; types: TargetType[] }[] = [
  { key: 'section_main_unit', types: ['element', 'criterion'] },
  { key: 'section_main_standard', types: ['duty', 'task', 'output', 'indicator'] },
  { key: 'section_key_aspects', types: ['key_aspect'] },
  { key: 'section_knowledge', types: ['block', 'knowledge', 'skill'] },
  { key: 'section_attitudes', types: ['attitude'] },
  { key: 'section_contexts', types: ['context'] },
  { key: 'section_methods', types: ['method'] },
];

/** Every line of the unit or standard with its result and the evidence accepted for it, in document order. */
export function drawResults(sheet: Sheet): void {
  const items = new Map(sheet.record.items.map((item) => [item.number, item]));
  for (const { key, types } of sections) {
    const targets = sheet.record.targets.filter(({ type }) => types.includes(type));
    if (targets.length > 0) drawSection(sheet, key, targets, items);
  }
}

function drawSection(sheet: Sheet, key: DocumentKey, targets: VerdictTarget[], items: Map<number, VerdictItem>): void {
  const { flow, root, words } = sheet;
  sectionHeading(sheet, key);
  const title = (name: DocumentKey): Column['title'] => words.both(name, styles.smallStrong, styles.note);
  const columns: Column[] = [
    { title: title('code'), width: 58 },
    { title: title('text'), width: 178 },
    { title: title('result'), width: 74 },
    { title: title('evidence'), width: flow.width - 310 },
  ];
  table(flow, root, columns, rowsOf(sheet, targets, items), words.say(key));
}

/** The heading of a part of the document. */
export function sectionHeading({ flow, root, words }: Sheet, key: DocumentKey): void {
  flow.y += 4;
  paragraph(flow, root, words.both(key, styles.heading, styles.headingOther), { type: 'H2', keep: 90, after: 5 });
}

/** A heading row wherever a target has no result of its own, or stands under one that was not shown before it. */
function rowsOf(sheet: Sheet, targets: VerdictTarget[], items: Map<number, VerdictItem>): Row[] {
  const all = new Map(sheet.record.targets.map((target) => [target.ref, target]));
  const shown = new Set<string>();
  return targets.flatMap((target) => {
    if (target.result === null) {
      shown.add(target.ref);
      return [headingRow(target, depthOf(target, all))];
    }
    const parent = target.parentRef === null ? undefined : all.get(target.parentRef);
    const rows = [resultRow(sheet, target, items)];
    if (!parent || shown.has(parent.ref)) return rows;
    shown.add(parent.ref);
    return [headingRow(parent, 0), ...rows];
  });
}

function depthOf(target: VerdictTarget, all: Map<string, VerdictTarget>): number {
  let depth = 0;
  for (let at = target.parentRef; at !== null && depth < 4; at = all.get(at)?.parentRef ?? null) depth += 1;
  return depth;
}

function headingRow({ code, text }: VerdictTarget, depth: number): Row {
  return { heading: true, indent: depth * 10, cells: [{ runs: [[run(`${code}　${text}`, styles.smallStrong)]] }] };
}

function resultRow({ flow, words }: Sheet, target: VerdictTarget, items: Map<number, VerdictItem>): Row {
  const result = target.result!;
  const evidence = target.evidence.map((one) => [run(describe(one, items, words), styles.small)]);
  const cells: Cell[] = [
    { runs: [[run(target.code, styles.smallStrong)]] },
    { runs: [[run(target.text, styles.small)]] },
    {
      runs: [[run(words.label(result), styles.smallStrong)]],
      mark: (x, y) => drawResult(flow.document, result, x, y + 1.5, 9),
    },
    { runs: evidence.length > 0 ? evidence : [[run('—', styles.small)]] },
  ];
  return { cells };
}

function describe(
  { itemNumber, method, place }: TargetEvidence,
  items: Map<number, VerdictItem>,
  words: Sheet['words'],
): string {
  const item = items.get(itemNumber);
  const kind = item ? [words.form(item.form), words.say(`class_${item.class}`)] : [];
  return [words.say('item_reference', { number: itemNumber }), ...kind, method, place].filter(Boolean).join('・');
}
