import { createHash } from 'node:crypto';
import { type PdfFile, readPdf } from './pdf-file.js';
import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './pdf-syntax.js';

/**
 * One object of a revision: a value, a stream (its dictionary needs no Length), or PDF text as it is to stand in the
 * file, for what is filled in later.
 */
export type NewObject = PdfValue | { dict: PdfDict; stream: Uint8Array } | { text: string };

/** A file that takes a further revision, and the first number that no object of it has. */
export interface Appendable extends PdfFile {
  free: number;
}

/** Reads a file of ours to append to it. Throws if it is not laid out as `readPdf` demands. */
export function openToAppend(pdf: Buffer): Appendable {
  const file = readPdf(pdf);
  const last = file.revisions.at(-1);
  const free = last?.trailer.get('Size');
  if (file.trouble) throw file.trouble;
  if (!last || typeof free !== 'number' || pdf.at(-1) !== 0x0a) throw new Error('This file takes no further revision');
  return { ...file, free };
}

/**
 * The file with one more revision behind it: the objects that are new or take the place of old ones, their
 * cross-reference table, and a trailer that leads back. Every earlier byte stays, so earlier signatures do too.
 */
export function appendRevision(pdf: Buffer, file: Appendable, objects: ReadonlyMap<number, NewObject>): Buffer {
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  const parts: Buffer[] = [];
  const offsets = new Map<number, number>();
  let at = pdf.length;
  for (const number of numbers) {
    const written = Buffer.concat([`${number} 0 obj\n`, body(objects.get(number)!), '\nendobj\n'].map(latin1));
    offsets.set(number, at);
    parts.push(written);
    at += written.length;
  }
  const size = Math.max(file.free, ...numbers.map((number) => number + 1));
  const trailer = trailerOf(file, size, Buffer.concat(parts));
  const end = `xref\n${table(offsets)}trailer\n${printed(trailer)}\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([pdf, ...parts, latin1(end)]);
}

/** A value in PDF syntax. Strings become hexadecimal. */
export function printed(value: PdfValue): string {
  if (value instanceof PdfString) return `<${value.bytes.toString('hex')}>`;
  if (value instanceof PdfName) return nameText(value.name);
  if (value instanceof PdfRef) return `${value.number} 0 R`;
  if (value instanceof Map) {
    return `<< ${[...value].map(([key, inner]) => `${nameText(key)} ${printed(inner)}`).join(' ')} >>`;
  }
  return Array.isArray(value) ? `[${value.map(printed).join(' ')}]` : String(value);
}

/** A text string for people, in UTF-16 with its mark. */
export function textString(text: string): PdfString {
  return new PdfString(Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 0, 0);
}

function body(object: NewObject): Buffer {
  if (object && typeof object === 'object' && 'text' in object) return latin1(object.text);
  if (!object || typeof object !== 'object' || !('stream' in object)) return latin1(printed(object));
  const dict = new Map<string, PdfValue>([...object.dict, ['Length', object.stream.length]]);
  return Buffer.concat([latin1(`${printed(dict)}\nstream\n`), object.stream, latin1('\nendstream')]);
}

/** Runs of neighbouring numbers, each object with its place; every line has 20 bytes. */
function table(offsets: Map<number, number>): string {
  const runs: number[][] = [];
  for (const number of offsets.keys()) {
    if (runs.at(-1)?.at(-1) === number - 1) runs.at(-1)!.push(number);
    else runs.push([number]);
  }
  const line = (number: number): string => `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`;
  return runs.map((run) => `${run[0]} ${run.length}\n${run.map(line).join('')}`).join('');
}

/** The second half of the ID tells this revision from the earlier ones; the same objects give the same one. */
function trailerOf({ revisions }: Appendable, size: number, written: Buffer): PdfDict {
  const { trailer, startXref } = revisions.at(-1)!;
  const next = new Map([...trailer, ['Size', size], ['Prev', startXref]] as [string, PdfValue][]);
  const id = trailer.get('ID');
  const digest = createHash('sha256').update(written).digest().subarray(0, 16);
  if (Array.isArray(id)) next.set('ID', [id[0]!, new PdfString(digest, 0, 0)]);
  return next;
}

const latin1 = (text: string | Buffer): Buffer => (typeof text === 'string' ? Buffer.from(text, 'latin1') : text);

const nameText = (name: string): string =>
  `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
