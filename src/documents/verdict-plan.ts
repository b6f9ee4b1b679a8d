import { factTable } from './facts.js';
import { paragraph, run } from './layout.js';
import { type Run } from './lines.js';
import { type VerdictPlan } from './record-plan.js';
import { sectionHeading } from './section.js';
import { type Sheet } from './sheet.js';
import { targetNames } from './target-names.js';
import { styles } from './theme.js';
import { type DocumentKey, type Words } from './words.js';

/** The plan that held: who made it, whether the candidate knew it, what was adjusted, and who assessed which part. */
export function drawPlan(sheet: Sheet): void {
  const { flow, root, record, words } = sheet;
  const { plan } = record;
  sectionHeading(sheet, 'section_plan', { keep: 60 });
  if (!plan) return paragraph(flow, root, [run(words.say('no_plan'), styles.small)], { after: 10 });
  const { version, madeBy, madeAt, adjustments, note, contentSha256 } = plan;
  const facts: [DocumentKey, string[]][] = [
    ['plan_version', [words.say('plan_made', { version, name: madeBy.name, at: words.instant(madeAt) })]],
    ['plan_acknowledged', acknowledgement(plan, words)],
    [
      'adjustments',
      adjustments.length > 0
        ? adjustments.map(({ what, changed }) => words.say('adjustment', { what, changed }))
        : [words.say('none')],
    ],
    ['plan_parts', partsOf(sheet, plan)],
    ['note', note ? [note] : []],
    ['plan_hash', [contentSha256]],
  ];
  const rows = facts
    .filter(([, texts]) => texts.length > 0)
    .map(([key, texts]): [Run[], Run[][]] => [
      words.both(key, styles.label, styles.note, ' '),
      texts.map((text) => [run(text, styles.small)]),
    ]);
  factTable(sheet, rows);
}

function acknowledgement({ acknowledgedAt, firstAcknowledgedAt }: VerdictPlan, words: Words): string[] {
  if (acknowledgedAt) return [words.say('acknowledged_at', { at: words.instant(acknowledgedAt) })];
  if (!firstAcknowledgedAt) return [words.say('not_acknowledged')];
  return [words.say('earlier_acknowledged_at', { at: words.instant(firstAcknowledgedAt) })];
}

function partsOf({ record, words }: Sheet, { parts }: VerdictPlan): string[] {
  const name = targetNames(record.targets);
  return parts.map(({ assessor, refs }) => {
    const part = refs.length > 0 ? words.say('part_refs', { refs: refs.map(name) }) : words.say('part_whole');
    return words.say('plan_part', { name: assessor.name, part });
  });
}
