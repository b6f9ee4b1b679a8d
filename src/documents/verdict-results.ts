import { drawResult } from './figures.js';
import { run } from './layout.js';
import {
  type TargetAttribution,
  type TargetEvidence,
  type TargetType,
  type VerdictItem,
  type VerdictTarget,
} from './record.js';
import { columnsOf, tableSection } from './section.js';
import { type Sheet } from './sheet.js';
import { type Cell, type Row } from './table.js';
import { styles } from './theme.js';
import { type DocumentKey } from './words.js';

interface Section {
  key: Extract<DocumentKey, `section_${string}`>;
  types: TargetType[];
  /** What is said where not all of these are met. */
  unmet?: 'note_optional' | 'note_knowledge';
}

const sections: Section[] = [
  { key: 'section_main_unit', types: ['element', 'criterion'] },
  { key: 'section_main_standard', types: ['duty', 'task', 'indicator'] },
  { key: 'section_key_aspects', types: ['key_aspect'] },
  { key: 'section_outputs', types: ['output'], unmet: 'note_optional' },
  { key: 'section_knowledge', types: ['block', 'knowledge', 'skill'], unmet: 'note_knowledge' },
  { key: 'section_attitudes', types: ['attitude'], unmet: 'note_optional' },
];

/** Every line of the unit or standard with its result and the evidence that counts for it, in document order. */
export function drawResults(sheet: Sheet): void {
  const { record, words } = sheet;
  const items = new Map(record.items.map((item) => [item.number, item]));
  const labels = { competent: words.label('competent'), notAssessed: words.label('not_assessed') };
  const columns = columnsOf(sheet, ['code', 'text', 'result', 'evidence'], [58, 178, 74]);
  let notes = [words.say('no_score')];
  for (const { key, types, unmet } of sections) {
    const targets = record.targets.filter(({ type }) => types.includes(type));
    if (targets.length === 0) continue;
    if (unmet && targets.some(({ result }) => result !== null && result !== 'met')) {
      const required = unmet === 'note_knowledge' && record.settings.knowledgeAndSkills === 'blocks';
      notes.push(words.say(required ? 'note_knowledge_required' : unmet, labels));
    }
    tableSection(sheet, key, columns, rowsOf(sheet, targets, items), notes.join('\n'));
    notes = [];
  }
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

function resultRow(sheet: Sheet, target: VerdictTarget, items: Map<number, VerdictItem>): Row {
  const { flow, words } = sheet;
  const result = target.result!;
  const lines = [
    ...target.evidence.map((one) => describe(one, items, words)),
    ...target.through.map((one) => attribution(one, sheet)),
  ];
  const cells: Cell[] = [
    { runs: [[run(target.code, styles.smallStrong)]] },
    { runs: [[run(target.text, styles.small)]] },
    {
      runs: [[run(words.label(result), styles.smallStrong)]],
      mark: (x, y) => drawResult(flow.document, result, x, y + 1.5, 9),
    },
    { runs: (lines.length > 0 ? lines : ['—']).map((line) => [run(line, styles.small)]) },
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

function attribution({ throughRef, statedBy, statedAt }: TargetAttribution, { record, words }: Sheet): string {
  const people = [record.leadAssessor, ...record.assessors];
  const name = people.find(({ id }) => id === statedBy)?.name ?? statedBy;
  const target = record.targets.find(({ ref }) => ref === throughRef)?.code ?? throughRef;
  return words.say('shown_through', { target, name, at: words.instant(statedAt) });
}
