import { countsOf } from './counts.js';
import { type InterchangeDocument } from './interchange.js';
import { createLog, type Fault, type ImportReport, type Log } from './report.js';
import { rowsOf, type Row } from './rows.js';
import { readStandard } from './standard.js';
import { label } from './text.js';
import { readUnit } from './unit.js';

/** A whole document, or every reason why there is none. Both come with the report. */
export type ParseResult =
  | { ok: true; document: InterchangeDocument; report: ImportReport }
  | { ok: false; faults: Fault[]; report: ImportReport };

const mebibytes = 16;
/** The largest source that is read, in bytes of UTF-8. The real documents have some 20 KB. */
export const maxSourceBytes = mebibytes * 1024 * 1024;

// What a reading costs in memory grows with these; a document of 1,400 items has some 10,000 words and 7 cells a row.
const maxWords = 400_000;
const maxCells = 100;

/**
 * Reads the text of an iCAP document, a 職能基準 or a 職能單元, into the interchange form.
 * It never throws: a document with any broken invariant is refused whole, with every fault and its line.
 */
export function parseIcap(source: string): ParseResult {
  const log = createLog();
  if (source.length > maxSourceBytes || Buffer.byteLength(source) > maxSourceBytes) {
    log.fault('source_too_large', { line: 1 }, '', { limit: mebibytes });
    return refused(log);
  }
  const text = source.replace(/^\uFEFF/, '');
  if (!isText(text, log) || hasTooManyWords(text, log)) return refused(log);
  const rows = rowsOf(text);
  const wide = rows.find((row) => row.cells.length > maxCells);
  if (wide) {
    log.fault('row_too_wide', wide, '', { limit: maxCells });
    return refused(log);
  }
  const read = readerFor(rows, log);
  if (!read) return refused(log);
  const document = read(rows, log);
  return log.faults().length > 0 ? refused(log) : { ok: true, document, report: log.report(countsOf(document)) };
}

/** Reads a file: UTF-8, or UTF-16 with its byte order mark. */
export function parseIcapFile(bytes: Uint8Array): ParseResult {
  const log = createLog();
  if (bytes.length > maxSourceBytes) {
    log.fault('source_too_large', { line: 1 }, '', { limit: mebibytes });
    return refused(log);
  }
  try {
    return parseIcap(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes));
  } catch {
    log.fault('not_utf8', { line: 1 }, '');
    return refused(log);
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function refused(log: Log): ParseResult {
  const report = log.report({});
  return { ok: false, faults: report.broken_invariants, report };
}

// Control characters, marks that turn the direction of writing, lost characters and halves of characters.
const noText =
  /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD\uFFFE\uFFFF]|\p{Surrogate}/u;

function isText(source: string, log: Log): boolean {
  const match = noText.exec(source);
  if (!match) return true;
  const line = source.slice(0, match.index).split(/\r\n|[\r\n\f]/).length;
  const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  log.fault('not_text', { line }, '', { code });
  return false;
}

function hasTooManyWords(source: string, log: Log): boolean {
  const word = /\s\S|[<●■]/g;
  for (let words = 0; words <= maxWords; words++) if (!word.test(source)) return false;
  log.fault('too_many_words', { line: 1 }, '', { limit: maxWords });
  return true;
}

function readerFor(rows: readonly Row[], log: Log): ((rows: readonly Row[], log: Log) => InterchangeDocument) | null {
  const rowWith = (name: string) => rows.find((row) => row.cells.some((cell) => label(cell) === name));
  const standard = rowWith('職能基準代碼');
  const unit = rowWith('職能單元代碼');
  if (standard && unit) log.fault('mixed_kinds', standard.line > unit.line ? standard : unit, '');
  else if (!standard && !unit) log.fault('not_icap', { line: 1 }, rows[0]?.raw ?? '');
  else return standard ? readStandard : readUnit;
  return null;
}
