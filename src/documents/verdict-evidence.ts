import { run } from './layout.js';
import { type Run } from './lines.js';
import { type VerdictItem, type VerdictJudgement } from './record.js';
import { type Sheet } from './sheet.js';
import { type Row, table } from './table.js';
import { styles } from './theme.js';
import { sectionHeading } from './verdict-results.js';
import { type DocumentKey } from './words.js';

/** The items of evidence, each with its files and their hashes. */
export function drawItems(sheet: Sheet): void {
  const { flow, root, record, words } = sheet;
  if (record.items.length === 0) return;
  sectionHeading(sheet, 'section_items');
  const title = (key: DocumentKey): Run[] => words.both(key, styles.smallStrong, styles.note);
  const columns = [
    { title: title('number'), width: 62 },
    { title: title('item'), width: flow.width - 212 },
    { title: title('when'), width: 150 },
  ];
  table(
    flow,
    root,
    columns,
    record.items.map((item) => itemRow(sheet, item)),
    words.say('section_items'),
  );
}

function itemRow({ words }: Sheet, item: VerdictItem): Row {
  const kind = `${words.form(item.form)}・${words.say(`class_${item.class}`)}`;
  const files = item.files.flatMap(({ name, size, mediaType, sha256 }) => [
    [run(`${name}　${inUnits(size)}　${mediaType}`, styles.small)],
    [run(`SHA-256 ${sha256}`, styles.hash)],
  ]);
  const dates = [
    `${words.say('produced_on')} ${item.producedOn ?? words.say('unknown')}`,
    `${words.say('received_at')} ${words.instant(item.receivedAt)}`,
    `${words.say('declared_at')} ${item.declaredAt ? words.instant(item.declaredAt) : words.say('not_declared')}`,
  ];
  const details = [
    [run(item.title, styles.smallStrong), run(`　${kind}`, styles.small)],
    ...files,
    ...(item.url ? [[run(item.url, styles.small)]] : []),
    ...(item.statement ? [[run(item.statement, styles.small)]] : []),
  ];
  return {
    cells: [
      { runs: [[run(String(item.number), styles.smallStrong)]] },
      { runs: details },
      { runs: dates.map((date) => [run(date, styles.small)]) },
    ],
  };
}

/** Every judgement in the order it was given, those that were superseded too. */
export function drawJudgements(sheet: Sheet): void {
  const { flow, root, record, words } = sheet;
  if (record.judgements.length === 0) return;
  sectionHeading(sheet, 'section_judgements');
  const title = (key: DocumentKey): Run[] => words.both(key, styles.smallStrong, styles.note);
  const columns = [
    { title: title('when'), width: 88 },
    { title: title('subject'), width: 84 },
    { title: title('judged'), width: 86 },
    { title: title('by'), width: 98 },
    { title: title('reason'), width: flow.width - 356 },
  ];
  const codes = new Map(record.targets.map(({ ref, code }) => [ref, code]));
  const rows = record.judgements.map((judgement) => judgementRow(sheet, judgement, codes));
  table(flow, root, columns, rows, words.say('section_judgements'));
}

function judgementRow({ record, words }: Sheet, judgement: VerdictJudgement, codes: Map<string, string>): Row {
  const people = [record.leadAssessor, ...record.assessors];
  const by = people.find(({ id }) => id === judgement.judgedBy)?.name ?? judgement.judgedBy;
  const item = words.say('item_reference', { number: judgement.itemNumber });
  const word = words.say(`judgement_${judgement.result}`) + (judgement.supersededBy ? words.say('superseded') : '');
  const texts = [
    words.instant(judgement.judgedAt),
    `${item} → ${codes.get(judgement.targetRef) ?? judgement.targetRef}`,
    word,
    by,
    judgement.reason ?? '—',
  ];
  return { cells: texts.map((text) => ({ runs: [[run(text, styles.small)]] })) };
}

function inUnits(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}
