import { groupBy } from '../common/group-by.js';
import { claimSubjects } from './claim-subjects.js';
import { run } from './layout.js';
import { evidenceRules, type VerdictJudgement, type VerdictRecord } from './record.js';
import { columnsOf, tableSection } from './section.js';
import { type Sheet } from './sheet.js';
import { type Row } from './table.js';
import { styles } from './theme.js';
import { type Words } from './words.js';

/** Judgements of one item that differ in nothing but their targets. */
interface Group {
  first: VerdictJudgement;
  refs: string[];
}

/** Every judgement in the order it was given, those that were superseded too: a row for all that were given alike. */
export function drawJudgements(sheet: Sheet): void {
  const { record, words } = sheet;
  if (record.judgements.length === 0) return;
  const subject = claimSubjects(record, words);
  const occasions = groupBy(record.judgements, ({ judgedAt, judgedBy }) => words.instant(judgedAt) + judgedBy);
  const rows = [...occasions.values()].flatMap((judgements) => [
    headingRow(record, words, judgements[0]!),
    ...alike(judgements).map((group) => groupRow(words, group.first, subject(group.first.itemNumber, group.refs))),
  ]);
  const notes = [words.say('note_judgements')];
  if (record.judgements.some(({ supersededBy }) => supersededBy !== null)) notes.push(words.say('note_superseded'));
  const columns = columnsOf(sheet, ['subject', 'judged', 'rules_and_reason'], [172, 84]);
  tableSection(sheet, 'section_judgements', columns, rows, notes.join('\n'));
}

function alike(judgements: VerdictJudgement[]): Group[] {
  const groups = groupBy(judgements, ({ itemNumber, result, rules, reason, supersededBy }) => {
    const found = evidenceRules.map((rule) => rules[rule]);
    return JSON.stringify([itemNumber, result, found, reason, supersededBy !== null]);
  });
  return [...groups.values()].map((group) => ({ first: group[0]!, refs: group.map(({ targetRef }) => targetRef) }));
}

function headingRow({ leadAssessor, assessors }: VerdictRecord, words: Words, judgement: VerdictJudgement): Row {
  const { judgedAt, judgedBy } = judgement;
  const by = [leadAssessor, ...assessors].find(({ id }) => id === judgedBy)?.name ?? judgedBy;
  return { heading: true, cells: [{ runs: [[run(`${words.instant(judgedAt)}　${by}`, styles.smallStrong)]] }] };
}

function groupRow(words: Words, judgement: VerdictJudgement, subject: string): Row {
  const { result, reason, supersededBy } = judgement;
  const word = words.say(`judgement_${result}`) + (supersededBy === null ? '' : words.say('superseded'));
  const details = [rulesFound(words, judgement), ...(reason ? [words.say('reason', { reason })] : [])];
  const cells = [[subject], [word], details];
  return { cells: cells.map((texts) => ({ runs: texts.map((text) => [run(text, styles.small)]) })) };
}

/** How the four rules were found: those that hold, those that do not, those that were not considered. */
function rulesFound(words: Words, { rules }: VerdictJudgement): string {
  const found = (value: boolean | null): string[] =>
    evidenceRules.filter((rule) => rules[rule] === value).map((rule) => words.say(`rule_${rule}`));
  const held = found(true);
  if (held.length === evidenceRules.length) return words.say('rules_all');
  const parts = [
    ['rules_held', held],
    ['rules_failed', found(false)],
    ['rules_unconsidered', found(null)],
  ] as const;
  const said = parts.flatMap(([key, names]) => (names.length > 0 ? [words.say(key, { rules: names })] : []));
  return said.join('　');
}
