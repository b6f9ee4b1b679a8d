import { run } from './layout.js';
import { type Run } from './lines.js';
import { mediaName } from './media-names.js';
import { type VerdictItem } from './record.js';
import { type VerdictCheck, type VerdictCircumstances } from './record-questioning.js';
import { columnsOf, tableSection } from './section.js';
import { type Sheet } from './sheet.js';
import { type Row } from './table.js';
import { styles } from './theme.js';
import { type Words } from './words.js';

/** The items of evidence, each with its files and their hashes. */
export function drawItems(sheet: Sheet): void {
  const { flow, record, words } = sheet;
  if (record.items.length === 0) return;
  const columns = columnsOf(sheet, ['number', 'item', 'when'], [46, flow.width - 190]);
  const rows = record.items.map((item) => itemRow(words, item));
  tableSection(sheet, 'section_items', columns, rows);
}

function itemRow(words: Words, item: VerdictItem): Row {
  const kind = `${words.form(item.form)}・${words.say(`class_${item.class}`)}`;
  const signed = (item.observation ?? item.questioning ?? item.report)?.signedSha256;
  const details = [
    [run(item.title, styles.smallStrong), run(`　${[kind, ...carried(words, item)].join('　')}`, styles.small)],
    ...item.files.flatMap(({ name, size, mediaType, sha256, redactionOf }) => [
      [run(`${name}　${inUnits(size)}　${mediaName(mediaType)}`, styles.small)],
      [run(`SHA-256 ${sha256}`, styles.hash)],
      ...(redactionOf ? [[run(words.say('redaction_of', { hash: redactionOf }), styles.hash)]] : []),
    ]),
    ...(signed ? [[run(words.say('signed_hash', { hash: signed }), styles.hash)]] : []),
    ...(item.url ? [[run(item.url, styles.small)]] : []),
    ...(item.statement ? [[run(item.statement, styles.small)]] : []),
    ...circumstances(words, item.circumstances).map((line) => [run(line, styles.small)]),
  ];
  return {
    cells: [{ runs: [[run(String(item.number), styles.smallStrong)]] }, { runs: details }, whenOf(words, item)],
  };
}

/** That it was first received in an earlier attempt, where it was. */
export function carried(words: Words, { fromAttempt }: VerdictItem): string[] {
  return fromAttempt === null ? [] : [words.say('from_attempt', { attempt: fromAttempt })];
}

/** How it came about and what it holds besides, where there is anything to say. */
function circumstances(words: Words, said: VerdictCircumstances): string[] {
  const { groupWork, candidatePart, copy, sighted, supervised, confirmedBy, othersData, othersDataReason } = said;
  const checked = ({ by, at }: VerdictCheck) => ({ name: by.name, at: words.instant(at) });
  const original = sighted ? words.say('original_sighted', checked(sighted)) : words.say('original_unsighted');
  const lines = [
    groupWork && words.say(candidatePart ? 'group_part' : 'group_part_unsaid', { part: candidatePart ?? '' }),
    (copy || sighted) && [...(copy ? [words.say('copy')] : []), original].join('　'),
    supervised && words.say('written_supervised', checked(supervised)),
    confirmedBy.length > 0 && words.say('confirmed_in', { numbers: confirmedBy }),
    othersData &&
      words.say(othersDataReason ? 'others_data_reason' : 'others_data', { reason: othersDataReason ?? '' }),
  ];
  return lines.filter((line) => typeof line === 'string');
}

/** A record that its author signed needs no declaration of the candidate. */
function whenOf(words: Words, item: VerdictItem) {
  const { producedOn, receivedAt, signedAt, declaredAt, withdrawnAt, withdrawalReason } = item;
  const { observation, questioning, report } = item;
  const author = (observation?.observedBy ?? questioning?.askedBy ?? report?.reportedBy)?.name;
  const by = author ? words.say('in_brackets', { text: author }) : '';
  const lines = [
    `${words.say('produced_on')} ${producedOn ?? words.say('unknown')}`,
    `${words.say('received_at')} ${words.instant(receivedAt)}`,
  ];
  if (signedAt) lines.push(`${words.say('signed_at')} ${words.instant(signedAt)}${by}`);
  if (declaredAt) lines.push(`${words.say('declared_at')} ${words.instant(declaredAt)}`);
  if (!signedAt && !declaredAt) lines.push(`${words.say('declared_at')} ${words.say('not_declared')}`);
  if (withdrawnAt) {
    const reason = withdrawalReason ? words.say('in_brackets', { text: withdrawalReason }) : '';
    lines.push(`${words.say('withdrawn_at')} ${words.instant(withdrawnAt)}${reason}`);
  }
  return { runs: lines.map((line): Run[] => [run(line, styles.small)]) };
}

function inUnits(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}
