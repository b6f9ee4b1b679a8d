import { factTable } from './facts.js';
import { paragraph, run } from './layout.js';
import { type Run } from './lines.js';
import { type VerdictSitting, type VerdictSittingTarget } from './record-observation.js';
import { columnsOf, sectionHeading } from './section.js';
import { type Sheet } from './sheet.js';
import { type Column, drawTable, layTable, type Row } from './table.js';
import { targetNames } from './target-names.js';
import { styles } from './theme.js';
import { period } from './verdict-observations.js';
import { type DocumentKey } from './words.js';

/** So many observers have a column each; more stand one below the other. */
const mostColumns = 4;
const widths = { code: 58, concluded: 62, reason: 128 };

/** What several assessors saw of the same work, observer beside observer, and what they concluded of it. */
export function drawSittings(sheet: Sheet): void {
  const { sittings } = sheet.record;
  if (sittings.length === 0) return;
  sectionHeading(sheet, 'section_sittings', { keep: 90 });
  for (const sitting of sittings) drawSitting(sheet, sitting);
}

function drawSitting(sheet: Sheet, sitting: VerdictSitting): void {
  const { flow, root, words } = sheet;
  const heading = `${words.instant(sitting.startedAt)}　${sitting.place}`;
  paragraph(flow, root, [run(heading, styles.strong)], { type: 'H3', keep: 60, after: 2 });
  const { note, observers, conclusion } = sitting;
  const by = conclusion && `${conclusion.concludedBy.name}　${words.instant(conclusion.concludedAt)}`;
  const facts: [DocumentKey, (string | null)[]][] = [
    ['observed_at', [period(words, sitting)]],
    ['note', [note]],
    ['observers', observers.map((one) => observerName(sheet, one))],
    ['concluded_by', [by ?? words.say('not_concluded'), conclusion?.notes ?? null]],
  ];
  const rows = facts.flatMap(([key, texts]): [Run[], Run[][]][] => {
    const said = texts.filter((text) => text !== null).map((text) => [run(text, styles.small)]);
    const hash =
      key === 'concluded_by' && conclusion ? [[run(`SHA-256 ${conclusion.contentSha256}`, styles.hash)]] : [];
    return said.length === 0 ? [] : [[words.both(key, styles.label, styles.note, ' '), [...said, ...hash]]];
  });
  factTable(sheet, rows);
  if (sitting.targets.length > 0) drawTargets(sheet, sitting, heading);
}

function drawTargets(sheet: Sheet, { observers, targets }: VerdictSitting, summary: string): void {
  const { flow, root, record, words } = sheet;
  const name = targetNames(record.targets);
  const together = observers.length > mostColumns;
  const [code, seen, concluded, reason] = columnsOf(
    sheet,
    ['code', 'observed', 'conclusion', 'why_so'],
    [widths.code, flow.width - widths.code - widths.concluded - widths.reason, widths.concluded],
  ) as [Column, Column, Column, Column];
  const each = observers.map((one): Column => {
    return { title: [run(observerName(sheet, one), styles.smallStrong)], width: seen.width / observers.length };
  });
  const rows = targets.map((target): Row => {
    const differs = target.differs ? [[run(words.say('they_differ'), styles.note)]] : [];
    const said = observers.map((one) => outcomeOf(sheet, target, one));
    const cells = together
      ? [observers.map((one, i) => [run(`${observerName(sheet, one)}　${said[i]}`, styles.small)])]
      : said.map((text) => [[run(text, styles.small)]]);
    const conclusion = target.concluded ? words.say(`observed_${target.concluded}`) : '—';
    return {
      cells: [
        { runs: [[run(name(target.ref), styles.smallStrong)], ...differs] },
        ...cells.map((runs) => ({ runs })),
        { runs: [[run(conclusion, styles.smallStrong)]] },
        { runs: [[run(target.reason ?? '—', styles.small)]] },
      ],
    };
  });
  const columns = [code, ...(together ? [seen] : each), concluded, reason];
  drawTable(flow, root, layTable(flow, columns, rows), summary);
}

type Observer = VerdictSitting['observers'][number];

function observerName({ words }: Sheet, { itemNumber, observedBy }: Observer): string {
  return words.say('seen_by', { name: observedBy.name, number: itemNumber });
}

function outcomeOf({ words }: Sheet, { seen }: VerdictSittingTarget, { itemNumber }: Observer): string {
  const one = seen.find((each) => each.itemNumber === itemNumber);
  return one ? words.say(`observed_${one.outcome}`) : '—';
}
