import { factTable } from './facts.js';
import { paragraph, run } from './layout.js';
import { type Run } from './lines.js';
import { type VerdictItem } from './record.js';
import { type VerdictObservation, type VerdictObservedTarget } from './record-observation.js';
import { columnsOf, sectionHeading } from './section.js';
import { type Sheet } from './sheet.js';
import { drawTable, layTable, type Row } from './table.js';
import { targetNames } from './target-names.js';
import { styles } from './theme.js';
import { carried } from './verdict-evidence.js';
import { methodText } from './verdict-guide.js';
import { type DocumentKey, type Words } from './words.js';

/** What assessors saw with their own eyes: the circumstances, and target by target what was shown. */
export function drawObservations(sheet: Sheet): void {
  const observed = sheet.record.items.filter(({ observation }) => observation !== null);
  if (observed.length === 0) return;
  sectionHeading(sheet, 'section_observations', { keep: 90 });
  for (const item of observed) drawObservation(sheet, item, item.observation!);
}

function drawObservation(sheet: Sheet, item: VerdictItem, observation: VerdictObservation): void {
  const { flow, root, record, words } = sheet;
  const { number, title, form, signedAt } = item;
  const heading = `${words.say('item_reference', { number })}　${title}`;
  const kind = run(`　${[words.form(form), ...carried(words, item)].join('　')}`, styles.note);
  paragraph(flow, root, [run(heading, styles.strong), kind], { type: 'H3', keep: 60, after: 2 });
  const { observedBy, task, place, present, context, notes, method, outcomes } = observation;
  const facts: [DocumentKey, string | null][] = [
    ['observed_at', period(words, observation)],
    ['task', task],
    ['place', place],
    ['present', present],
    ['context', context],
    ['notes', notes],
    ['method', [method, methodText(record, method)].filter(Boolean).join('　') || null],
    ['observer', [observedBy.name, signedAt && words.instant(signedAt)].filter(Boolean).join('　')],
  ];
  const rows = facts.flatMap(([key, text]): [Run[], Run[][]][] =>
    text === null ? [] : [[words.both(key, styles.label, styles.note, ' '), [[run(text, styles.small)]]]],
  );
  factTable(sheet, rows);
  if (outcomes.length > 0) drawOutcomes(sheet, outcomes, heading);
}

/** From when until when, the day said once. */
export function period(
  words: Words,
  { startedAt, endedAt }: Pick<VerdictObservation, 'startedAt' | 'endedAt'>,
): string {
  const from = words.instant(startedAt);
  if (!endedAt) return from;
  const to = words.instant(endedAt);
  return words.say('period', { from, to: to.startsWith(from.slice(0, 10)) ? to.slice(11) : to });
}

function drawOutcomes(sheet: Sheet, outcomes: VerdictObservedTarget[], summary: string): void {
  const { flow, root, record, words } = sheet;
  const name = targetNames(record.targets);
  const texts = new Map(record.targets.map(({ ref, text }) => [ref, text]));
  const rows = outcomes.map(({ ref, outcome, note }): Row => {
    const cells = [
      run(name(ref), styles.smallStrong),
      run(texts.get(ref) ?? '', styles.small),
      run(words.say(`observed_${outcome}`), styles.smallStrong),
      run(note ?? '—', styles.small),
    ];
    return { cells: cells.map((text) => ({ runs: [[text]] })) };
  });
  const columns = columnsOf(sheet, ['code', 'text', 'observed', 'note'], [58, 178, 74]);
  drawTable(flow, root, layTable(flow, columns, rows), summary);
}
