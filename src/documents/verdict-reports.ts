import { factTable } from './facts.js';
import { paragraph, run } from './layout.js';
import { type Run } from './lines.js';
import { type VerdictItem, type VerdictReport, type VerdictReportedTarget } from './record.js';
import { columnsOf, sectionHeading } from './section.js';
import { type Sheet } from './sheet.js';
import { drawTable, layTable, type Row } from './table.js';
import { targetNames } from './target-names.js';
import { styles } from './theme.js';
import { type DocumentKey, type Words } from './words.js';

/** What third parties saw of the candidate's work: who they are, and target by target what they answered. */
export function drawReports(sheet: Sheet): void {
  const reported = sheet.record.items.filter(({ report }) => report !== null);
  if (reported.length === 0) return;
  sectionHeading(sheet, 'section_reports', { note: sheet.words.say('note_reports'), keep: 90 });
  for (const item of reported) drawReport(sheet, item, item.report!);
}

function drawReport(sheet: Sheet, { number, title, signedAt }: VerdictItem, report: VerdictReport): void {
  const { flow, root, words } = sheet;
  const heading = `${words.say('item_reference', { number })}　${title}`;
  paragraph(flow, root, [run(heading, styles.strong)], { type: 'H3', keep: 60, after: 2 });
  const { name, post, relation } = report.reportedBy;
  const facts: [DocumentKey, string | null][] = [
    ['reporter', [name, signedAt && words.instant(signedAt)].filter(Boolean).join('　')],
    ['post', post],
    ['relation', relation],
    ['reported_period', period(words, report)],
    ['remarks', report.general],
  ];
  const rows = facts.flatMap(([key, text]): [Run[], Run[][]][] =>
    text ? [[words.both(key, styles.label, styles.note, ' '), [[run(text, styles.small)]]]] : [],
  );
  factTable(sheet, rows);
  if (report.answers.length > 0) drawAnswers(sheet, report.answers, heading);
}

function period(words: Words, { periodFrom, periodTo }: VerdictReport): string | null {
  if (!periodFrom || !periodTo) return null;
  return words.say('days', { from: words.day(periodFrom), to: words.day(periodTo) });
}

function drawAnswers(sheet: Sheet, answers: VerdictReportedTarget[], summary: string): void {
  const { flow, root, record, words } = sheet;
  const name = targetNames(record.targets);
  const texts = new Map(record.targets.map(({ ref, text }) => [ref, text]));
  const rows = answers.map(({ ref, seen, comment }): Row => {
    const cells = [
      run(name(ref), styles.smallStrong),
      run(texts.get(ref) ?? '', styles.small),
      run(words.say(`seen_${seen}`), styles.smallStrong),
      run(comment ?? '—', styles.small),
    ];
    return { cells: cells.map((text) => ({ runs: [[text]] })) };
  });
  const columns = columnsOf(sheet, ['code', 'text', 'seen', 'note'], [58, 178, 74]);
  drawTable(flow, root, layTable(flow, columns, rows), summary);
}
