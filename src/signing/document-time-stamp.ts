import { appendRevision, type NewObject, openToAppend } from './incremental.js';
import { fillPlaceholder } from './pades.js';
import { entry, nameOf, type PdfObject, resolve, stateAfter } from './pdf-file.js';
import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './pdf-syntax.js';
import { emptyByteRange, emptyContents } from './placeholder.js';

/** Makes a time stamp over these bytes. */
export type Stamp = (parts: Buffer[]) => Promise<Buffer>;

/** Deeper page trees than any document of ours has. */
const deepest = 8;

/** The file with a time stamp over all of it in a revision of its own (ETSI EN 319 142-1 §5.4.3). */
export function appendDocumentTimeStamp(pdf: Buffer, stamp: Stamp): Promise<Buffer> {
  const file = openToAppend(pdf);
  const state = stateAfter(file.revisions);
  const root = file.revisions.at(-1)!.trailer.get('Root');
  const form = referred(resolve(state, root), 'AcroForm');
  const page = firstPage(state, root);
  const field = file.free;
  const fields = listIn(state, form, 'Fields');
  const objects = new Map<number, NewObject>([
    [form, withEntry(state, form, 'Fields', [...fields, new PdfRef(field)])],
    [page, withEntry(state, page, 'Annots', [...listIn(state, page, 'Annots'), new PdfRef(field)])],
    [field, unseenField(`time-stamp-${fields.length + 1}`, page, field + 1)],
    [field + 1, { text: emptyTimeStamp }],
  ]);
  return fillPlaceholder(appendRevision(pdf, file, objects), stamp);
}

const emptyTimeStamp =
  '<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 ' +
  `/ByteRange ${emptyByteRange} /Contents ${emptyContents} >>`;

/** Without area it shows nothing, and neither needs an appearance nor belongs to what is read aloud. */
function unseenField(name: string, page: number, value: number): PdfDict {
  const entries: [string, PdfValue][] = [
    ['Type', new PdfName('Annot')],
    ['Subtype', new PdfName('Widget')],
    ['FT', new PdfName('Sig')],
    ['T', new PdfString(Buffer.from(name), 0, 0)],
    ['F', 132],
    ['Rect', [0, 0, 0, 0]],
    ['P', new PdfRef(page)],
    ['V', new PdfRef(value)],
  ];
  return new Map(entries);
}

function firstPage(state: Map<number, PdfObject>, root: PdfValue | undefined): number {
  let node = resolve(state, root);
  let found = node instanceof Map ? node.get('Pages') : undefined;
  for (let depth = 0; depth < deepest && found instanceof PdfRef; depth += 1) {
    node = resolve(state, found);
    if (nameOf(entry(state, node, 'Type')) === 'Page') return found.number;
    const kids = entry(state, node, 'Kids');
    found = Array.isArray(kids) ? kids[0] : undefined;
  }
  throw new Error('There is no first page');
}

function referred(value: PdfValue | undefined, key: string): number {
  const found = value instanceof Map ? value.get(key) : undefined;
  if (found instanceof PdfRef) return found.number;
  throw new Error(`There is no ${key}`);
}

function listIn(state: Map<number, PdfObject>, number: number, key: string): PdfValue[] {
  const list = dictAt(state, number).get(key) ?? [];
  if (Array.isArray(list)) return list;
  throw new Error(`${key} is no plain list`);
}

function withEntry(state: Map<number, PdfObject>, number: number, key: string, value: PdfValue): PdfDict {
  return new Map([...dictAt(state, number), [key, value]]);
}

function dictAt(state: Map<number, PdfObject>, number: number): PdfDict {
  const value = state.get(number)?.value;
  if (value instanceof Map) return value;
  throw new Error(`The object ${number} is no dictionary`);
}
