import { isCriterion } from '../competencies/claimable.js';
import { ruleTexts } from '../i18n/rules.js';
import { type CoverageRowView, type CoverageView } from '../sufficiency/coverage.view.js';
import { type TargetState, targetStates } from '../sufficiency/target-state.js';
import { type Narrator, table } from './narrator.js';

/** Told apart without colour, and one column wide in every terminal. */
const marks: Record<TargetState, string> = {
  met: '✓',
  disputed: '!',
  insufficient: '~',
  in_progress: '?',
  more_needed: '+',
  gap: '-',
};

/** Of these every one is shown with its state; of the others only how many are met. */
const others = {
  key_aspect: ['關鍵面向', 'Key aspects'],
  output: ['工作產出', 'Outputs'],
  attitude: ['態度', 'Attitudes'],
} as const;

/** Every criterion or indicator with its state, a line an element or task, and what else there is: never percentages. */
export function coverageTable({ headings, targets }: CoverageView, { words, locale }: Narrator): string[] {
  const cells = (rows: CoverageRowView[]): string =>
    rows.map(({ code, state }) => `${code} ${marks[state]}`).join('   ');
  const criteria = targets.filter(isCriterion);
  const shown = [...criteria];
  const lines: string[][] = [];
  for (const { ref, code, type } of headings) {
    const rows = criteria.filter(({ parentRef }) => parentRef === ref);
    const name = type === 'element' ? words(`要素 ${code.slice(1)}`, `Element ${code.slice(1)}`) : code;
    if (rows.length > 0) lines.push([name, cells(rows)]);
  }
  const plural = criteria[0]?.type === 'indicator' ? 'indicators' : 'criteria';
  const counts = [words(`行為指標 ${met(criteria)}`, `${plural} ${met(criteria)}`)];
  for (const [type, [zh, en]] of Object.entries(others)) {
    const rows = targets.filter((target) => target.type === type);
    if (rows.length === 0) continue;
    shown.push(...rows);
    lines.push([words(zh, en), cells(rows)]);
    counts.push(words(`${zh} ${met(rows)}`, `${en.toLowerCase()} ${met(rows)}`));
  }
  const rest = targets.filter(({ type }) => type === 'knowledge' || type === 'skill');
  counts.push(words(`知識與技能 ${met(rest)}`, `knowledge and skills ${met(rest)}`));
  const present = targetStates.filter((state) => shown.some((row) => row.state === state));
  const legend = present.map((state) => `${marks[state]} ${ruleTexts[locale][`state.${state}`]}`);
  return [
    ...table(lines),
    words(`已達成：${counts.join('、')}`, `Met: ${counts.join(', ')}`),
    words(`（${legend.join('；')}）`, `(${legend.join('; ')})`),
  ];
}

const met = (rows: readonly CoverageRowView[]): string => `${rows.filter((row) => row.met).length}/${rows.length}`;

/** Each criterion and key aspect with the numbers of the evidence that counts for it. */
export function evidenceTable({ targets, items, cells }: CoverageView): string[] {
  const numbers = new Map(items.map(({ id, number }) => [id, number]));
  const shown = targets.filter((target) => isCriterion(target) || target.type === 'key_aspect');
  return table(
    shown.map(({ ref, code, text, state }) => {
      const counting = cells.filter((cell) => cell.target === ref && cell.state === 'counts');
      const evidence = counting.map(({ item }) => numbers.get(item)!).sort((a, b) => a - b);
      return [marks[state], code, text, evidence.map((number) => `#${number}`).join(' ')];
    }),
  );
}
