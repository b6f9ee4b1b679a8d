import { inflateSync } from 'node:zlib';
import { type PdfDict, PdfName, PdfReader, PdfRef, PdfString, PdfSyntaxError, type PdfValue } from './pdf-syntax.js';

/** One numbered object; `stream` is its raw stream, `at` where it begins in the file. */
export interface PdfObject {
  at: number;
  value: PdfValue;
  stream?: Buffer;
}

/** What one saving of the file added. `end` is the offset behind its `%%EOF`, `objects` is by number. */
export interface Revision {
  end: number;
  objects: Map<number, PdfObject>;
  trailer: PdfDict;
  startXref: number;
}

export interface PdfFile {
  revisions: Revision[];
  /** Why the bytes behind the last revision are not another one. */
  trouble?: PdfSyntaxError;
}

/** A signature, its time stamps and their renewals need far fewer. */
const mostRevisions = 32;

/**
 * Reads a file as a row of revisions: objects, a cross-reference table that names exactly those, a trailer. Far
 * stricter than viewers are, and on purpose: what only a lenient reader finds is where alterations hide.
 * Time grows linearly with the file. Never throws.
 */
export function readPdf(bytes: Buffer): PdfFile {
  const revisions: Revision[] = [];
  try {
    const reader = new PdfReader(bytes, skipHeader(bytes));
    while (reader.at < bytes.length) {
      if (revisions.length === mostRevisions) reader.fail('The file was saved too often');
      revisions.push(readRevision(reader, revisions.at(-1)));
    }
    return { revisions };
  } catch (error) {
    const trouble = error instanceof PdfSyntaxError ? error : new PdfSyntaxError(String(error), 0);
    return { revisions, trouble };
  }
}

function skipHeader(bytes: Buffer): number {
  const [header] = /^%PDF-[12]\.\d\r?\n(?:%[^\r\n]{0,100}\r?\n)?/.exec(bytes.toString('latin1', 0, 128)) ?? [];
  if (!header) throw new PdfSyntaxError('This is no PDF', 0);
  return header.length;
}

function readRevision(reader: PdfReader, previous: Revision | undefined): Revision {
  const objects = new Map<number, PdfObject>();
  for (reader.skipSpace(); !reader.takes('xref'); reader.skipSpace()) {
    const at = reader.at;
    const number = reader.integer();
    if (objects.has(number)) reader.fail(`The object ${number} is there twice`, at);
    objects.set(number, readObject(reader, at));
  }
  const startXref = reader.at - 'xref'.length;
  readTable(reader, objects);
  const trailer = reader.value();
  if (!(trailer instanceof Map)) reader.fail('Expected a trailer');
  reader.expect('startxref');
  if (reader.integer() !== startXref) reader.fail('startxref points elsewhere');
  reader.skipSpace();
  if (reader.bytes.toString('latin1', reader.at, reader.at + 5) !== '%%EOF') reader.fail('Expected the end mark');
  reader.at += 5;
  const [lineEnd] = /^\r?\n?/.exec(reader.bytes.toString('latin1', reader.at, reader.at + 2)) ?? [''];
  reader.at += lineEnd.length;
  checkTrailer(reader, trailer, previous);
  return { end: reader.at, objects, trailer, startXref };
}

function readObject(reader: PdfReader, at: number): PdfObject {
  if (reader.integer() !== 0) reader.fail('Only generation 0 is expected');
  reader.expect('obj');
  const value = reader.value();
  if (!reader.takes('stream')) {
    reader.expect('endobj');
    return { at, value };
  }
  const [lineEnd] = /^\r?\n/.exec(reader.bytes.toString('latin1', reader.at, reader.at + 2)) ?? [];
  const length = value instanceof Map ? value.get('Length') : undefined;
  if (!lineEnd || typeof length !== 'number' || !Number.isInteger(length) || length < 0) {
    reader.fail('The stream has no plain length');
  }
  const start = reader.at + lineEnd.length;
  const stream = reader.bytes.subarray(start, start + length);
  reader.at = start + length;
  reader.expect('endstream');
  reader.expect('endobj');
  return { at, value, stream };
}

/** The table must name every object of its revision at its very place, and no other. */
function readTable(reader: PdfReader, objects: Map<number, PdfObject>): void {
  let named = 0;
  while (!reader.takes('trailer')) {
    const first = reader.integer();
    const count = reader.integer();
    for (let number = first; number < first + count; number += 1) {
      const offset = reader.integer();
      reader.integer();
      const used = reader.takes('n');
      if (!used) reader.expect('f');
      if (used ? objects.get(number)?.at !== offset : number !== 0) reader.fail(`The entry ${number} is wrong`);
      if (used) named += 1;
    }
  }
  if (named !== objects.size) reader.fail('An object is not in the table');
}

function checkTrailer(reader: PdfReader, trailer: PdfDict, previous: Revision | undefined): void {
  if (trailer.has('Encrypt') || trailer.has('XRefStm')) reader.fail('Encryption and hybrid files are not expected');
  if (trailer.get('Prev') !== previous?.startXref) reader.fail('Prev points elsewhere');
  const root = trailer.get('Root');
  const before = previous?.trailer.get('Root');
  if (!(root instanceof PdfRef)) reader.fail('There is no catalog');
  if (before instanceof PdfRef && before.number !== root.number) reader.fail('The catalog was exchanged');
}

/** All objects as they stand after the first `count` revisions. */
export function stateAfter(revisions: Revision[], count = revisions.length): Map<number, PdfObject> {
  return new Map(revisions.slice(0, count).flatMap((revision) => [...revision.objects]));
}

/** A value, or what it refers to (one step: no object of ours is only a reference). */
export function resolve(state: Map<number, PdfObject>, value: PdfValue | undefined): PdfValue | undefined {
  return value instanceof PdfRef ? state.get(value.number)?.value : value;
}

/** The entry of a dictionary, resolved; undefined wherever the path breaks off. */
export function entry(
  state: Map<number, PdfObject>,
  value: PdfValue | undefined,
  ...path: string[]
): PdfValue | undefined {
  let found = resolve(state, value);
  for (const key of path) found = found instanceof Map ? resolve(state, found.get(key)) : undefined;
  return found;
}

/** The name's text; undefined for any other value. */
export const nameOf = (value: PdfValue | undefined): string | undefined =>
  value instanceof PdfName ? value.name : undefined;

/** A text string: UTF-16 with its mark, else one byte a character. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (!(value instanceof PdfString)) return undefined;
  const { bytes } = value;
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  const even = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
  return even.swap16().toString('utf16le');
}

/** The content of a stream, inflated; throws if it is not plain or deflated, or grows beyond `most` bytes. */
export function contentOf(object: PdfObject, most: number): Buffer {
  if (!object.stream || !(object.value instanceof Map)) throw new Error('This object is no stream');
  const filter = object.value.get('Filter');
  if (filter === undefined) return Buffer.from(object.stream);
  if (nameOf(filter) !== 'FlateDecode') throw new Error('This filter is not expected');
  return inflateSync(object.stream, { maxOutputLength: most });
}
