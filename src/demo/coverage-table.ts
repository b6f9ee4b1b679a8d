import { ruleTexts } from '../i18n/rules.js';
import { type CoverageRowView, type CoverageView } from '../sufficiency/coverage.view.js';
import { type TargetState, targetStates } from '../sufficiency/target-state.js';
import { table } from './narrator.js';

/** Told apart without colour, and one column wide in every terminal. */
const marks: Record<TargetState, string> = {
  met: '✓',
  disputed: '!',
  insufficient: '~',
  in_progress: '?',
  more_needed: '+',
  gap: '-',
};

/** Every criterion and key aspect with its state, a line an element: counts, never percentages. */
export function coverageTable(coverage: CoverageView): string[] {
  const criteria = coverage.targets.filter(({ type }) => type === 'criterion');
  const keyAspects = coverage.targets.filter(({ type }) => type === 'key_aspect');
  const elements = coverage.headings.filter(({ type }) => type === 'element');
  const cells = (rows: CoverageRowView[]): string =>
    rows.map(({ code, state }) => `${code} ${marks[state]}`).join('   ');
  const lines = [
    ...elements.map(({ ref }, i): string[] => [
      `要素 Element ${i + 1}`,
      cells(criteria.filter(({ parentRef }) => parentRef === ref)),
    ]),
    ['關鍵面向 Key aspects', cells(keyAspects)],
  ];
  const present = targetStates.filter((state) => [...criteria, ...keyAspects].some((row) => row.state === state));
  const legend = present.map(
    (state) => `${marks[state]} ${ruleTexts['zh-TW'][`state.${state}`]} ${ruleTexts.en[`state.${state}`]}`,
  );
  const met = (rows: CoverageRowView[]): string => `${rows.filter((row) => row.met).length}/${rows.length}`;
  return [
    ...table(lines),
    `已達成 Met：行為指標 criteria ${met(criteria)}，關鍵面向 key aspects ${met(keyAspects)}`,
    `（${legend.join('；')}）`,
  ];
}

/** Each criterion and key aspect with the numbers of the evidence that counts for it. */
export function evidenceTable({ targets, items, cells }: CoverageView): string[] {
  const numbers = new Map(items.map(({ id, number }) => [id, number]));
  const shown = targets.filter(({ type }) => type === 'criterion' || type === 'key_aspect');
  return table(
    shown.map(({ ref, code, text, state }) => {
      const counting = cells.filter((cell) => cell.target === ref && cell.state === 'counts');
      const evidence = counting.map(({ item }) => numbers.get(item)!).sort((a, b) => a - b);
      return [marks[state], code, text, evidence.map((number) => `#${number}`).join(' ')];
    }),
  );
}
