import { standardCode } from './codes.js';
import { type DocumentVersion } from './interchange.js';
import { extend, joined, passage, type Passage } from './passage.js';
import { type Log } from './report.js';
import { type Row } from './rows.js';
import { fold, label, plain, squeeze } from './text.js';

const columns = ['版本', '職能基準代碼', '職能基準名稱', '狀態', '更新說明', '發展更新日期'] as const;
type VersionColumn = (typeof columns)[number];
type VersionRow = Map<VersionColumn, Passage>;

/** A version with the line it is printed on. */
export interface ListedVersion extends DocumentVersion {
  line: number;
}

/** Reads the table of versions. */
export interface VersionReader {
  header(row: Row): void;
  row(row: Row): void;
  read(): ListedVersion[];
}

/** Whether a row is the head of the table of versions. */
export function isVersionHeader(row: Row): boolean {
  const labels = row.cells.map(label);
  return labels.includes('版本') && labels.includes('職能基準代碼') && labels.includes('狀態');
}

/** A reader with nothing read. A row without version, code and state continues the row above it. */
export function createVersionReader(log: Log): VersionReader {
  let order: (VersionColumn | undefined)[] = [];
  const rows: VersionRow[] = [];

  function header(row: Row): void {
    order = row.cells.map((cell) => columns.find((name) => name === label(cell)));
  }

  function row({ line, cells }: Row): void {
    const opens = order.some(
      (name, i) => (name === '版本' || name === '職能基準代碼' || name === '狀態') && (cells[i] ?? '') !== '',
    );
    if (opens || rows.length === 0) {
      rows.push(new Map(columns.map((name) => [name, passage(name, { line })])));
    }
    cells.forEach((cell, i) => {
      const name = order[i];
      const place = { line, column: i + 1 };
      if (cell !== '' && !name) log.fault('text_unplaced', place, cell);
      else if (name) extend(rows.at(-1)!.get(name)!, place, plain(cell));
    });
  }

  return { header, row, read: () => rows.flatMap((cells) => versionOf(cells, log) ?? []) };
}

function versionOf(cells: VersionRow, log: Log): ListedVersion | null {
  const at = (name: VersionColumn) => cells.get(name)!;
  const text = (name: VersionColumn) => joined(at(name));
  const { line } = at('職能基準代碼');
  for (const field of ['職能基準代碼', '職能基準名稱', '狀態', '發展更新日期'] as const) {
    if (text(field) === '') {
      log.fault('version_row_incomplete', { line }, '', { field });
      return null;
    }
  }
  const code = standardCode(text('職能基準代碼'));
  if (!code) log.fault('code_invalid', { line }, text('職能基準代碼'), { field: '職能基準代碼' });
  const version = squeeze(text('版本'));
  if (code && version !== '' && !new RegExp(`^[vV]?0*${code.version}$`).test(version)) {
    log.fault('version_disagrees', { line }, version, { version, code: code.code });
  }
  const status = statuses[squeeze(text('狀態'))];
  if (!status) log.fault('version_status_unknown', { line }, text('狀態'));
  const date = isoDate(text('發展更新日期'));
  if (!date) log.fault('version_date_invalid', { line }, text('發展更新日期'));
  if (!code || !status || !date) return null;
  const note = text('更新說明');
  const successor = /已被[《〈](.{1,40}?)[》〉]取代/u.exec(squeeze(note.slice(0, 200)))?.[1] ?? null;
  return {
    line,
    version: code.version,
    code: code.code,
    name: text('職能基準名稱'),
    status,
    superseded_by: successor === null ? null : (standardCode(successor)?.code ?? successor),
    date,
    update_note: note,
  };
}

const statuses: Readonly<Record<string, DocumentVersion['status'] | undefined>> = {
  最新版本: 'current',
  歷史版本: 'historical',
};

/** `2020/12/31` as `2020-12-31`; a day that is in no calendar gives null. */
export function isoDate(text: string): string | null {
  const match = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(fold(text).trim());
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
