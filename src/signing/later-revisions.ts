import { type Finding } from '../i18n/signing.js';
import { nameOf, type PdfObject, type Revision, resolve, stateAfter } from './pdf-file.js';
import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './pdf-syntax.js';

type State = Map<number, PdfObject>;

/** What a revision does that it must not, and to which object. */
export interface Forbidden {
  detail: Finding;
  object: number;
}

/**
 * The first thing that a revision behind the first signed one does and must not. Permitted is only that a signature
 * field of the signed document that waited empty is filled, and what long-term validation needs: a security store (DSS)
 * in the catalog, and time-stamp fields that show nothing.
 */
export function forbiddenChange(revisions: Revision[], signed: number): Forbidden | undefined {
  for (let index = signed; index < revisions.length; index += 1) {
    const change = changeIn(revisions[index]!, revisions[index - 1]!, stateAfter(revisions, index));
    if (change) return change;
  }
  return undefined;
}

function changeIn(revision: Revision, previous: Revision, before: State): Forbidden | undefined {
  const { objects } = revision;
  const catalog = referred(revision.trailer.get('Root'));
  const form = referred(asDict(before.get(catalog)?.value)?.get('AcroForm'));
  const store = referred(asDict(before.get(catalog)?.value)?.get('DSS'));
  if (!sameBut(previous.trailer, revision.trailer, ['Size', 'Prev', 'ID'])) {
    return { detail: 'trailer_changed', object: catalog };
  }
  const added = addedFields(before, new Map([...before, ...objects]), catalog);
  const strange = [...added].find((field) => before.has(field) || !isUnseenTimeStamp(field, objects));
  if (strange !== undefined) return { detail: 'field_added', object: strange };
  for (const [number, object] of objects) {
    const old = before.get(number);
    if (!old || same(old, object)) continue;
    const [from, to] = [asDict(old.value), asDict(object.value)];
    const permitted =
      from &&
      to &&
      !old.stream &&
      !object.stream &&
      ((number === catalog && catalogGrew(from, to, before)) ||
        (number === form && formGrew(from, to, added)) ||
        (number === store && onlyKeys(to, ['Type', 'Certs', 'CRLs', 'OCSPs', 'VRI', 'TU'])) ||
        pageGrew(from, to, added) ||
        fieldFilled(from, to, before, objects));
    if (!permitted) return { detail: kindOf(number, old, catalog, form), object: number };
  }
  const loose = unreached(objects, before, previous.trailer.get('Size'));
  return loose === undefined ? undefined : { detail: 'object_added', object: loose };
}

/** What a changed object was, in words for people. */
function kindOf(number: number, { value, stream }: PdfObject, catalog: number, form: number): Finding {
  if (number === catalog) return 'catalog_changed';
  if (number === form) return 'form_changed';
  const dict = asDict(value);
  const type = nameOf(dict?.get('Type'));
  if (type === 'Page' || type === 'Pages') return 'page_changed';
  if (type === 'EmbeddedFile' || type === 'Filespec') return 'record_changed';
  if (dict?.has('ByteRange')) return 'signature_replaced';
  if (type === 'Annot' || dict?.has('FT')) return 'field_changed';
  return stream ? 'content_changed' : 'object_changed';
}

/** The first new object that nothing permitted leads to, or that takes a number the signed part had left free. */
function unreached(objects: State, before: State, free: PdfValue | undefined): number | undefined {
  const isNew = (number: number): boolean => objects.has(number) && !before.has(number);
  const reached = new Set<number>([...objects.keys()].filter((number) => before.has(number)));
  for (const number of reached)
    refsIn(objects.get(number)!.value)
      .filter(isNew)
      .forEach((ref) => reached.add(ref));
  return [...objects.keys()].find(
    (number) => !reached.has(number) || (isNew(number) && typeof free === 'number' && number < free),
  );
}

function refsIn(value: PdfValue): number[] {
  if (value instanceof PdfRef) return [value.number];
  if (value instanceof Map) return [...value.values()].flatMap(refsIn);
  return Array.isArray(value) ? value.flatMap(refsIn) : [];
}

function addedFields(before: State, after: State, catalog: number): Set<number> {
  const old = new Set(fieldsOf(before, catalog));
  return new Set(fieldsOf(after, catalog).filter((number) => !old.has(number)));
}

export function fieldsOf(state: State, catalog: number): number[] {
  const form = asDict(resolve(state, asDict(state.get(catalog)?.value)?.get('AcroForm')));
  const fields = resolve(state, form?.get('Fields'));
  return Array.isArray(fields) ? fields.map(referred) : [];
}

/**
 * A widget without area or appearance draws nothing, so it cannot cover what was signed. Annotations of other kinds are
 * drawn by the viewer itself, some of them whatever their area is.
 */
function isUnseenTimeStamp(number: number, objects: State): boolean {
  const field = asDict(objects.get(number)?.value);
  const keys = ['Type', 'Subtype', 'FT', 'T', 'V', 'F', 'Ff', 'P', 'Rect', 'TU', 'AP'];
  if (!field || !onlyKeys(field, keys)) return false;
  if (nameOf(field.get('Subtype')) !== 'Widget' || nameOf(field.get('FT')) !== 'Sig') return false;
  const stamp = asDict(objects.get(referred(field.get('V')))?.value);
  return hasNoArea(field.get('Rect')) && isEmpty(field.get('AP')) && nameOf(stamp?.get('Type')) === 'DocTimeStamp';
}

function hasNoArea(rect: PdfValue | undefined): boolean {
  const [x1, y1, x2, y2] = Array.isArray(rect) ? rect : [];
  return typeof x1 === 'number' && typeof y1 === 'number' && x1 === x2 && y1 === y2;
}

const isEmpty = (value: PdfValue | undefined): boolean => value === undefined || asDict(value)?.size === 0;

/** The security store must be a new object: else a later revision could replace a page in its name. */
function catalogGrew(from: PdfDict, to: PdfDict, before: State): boolean {
  const [old, now] = [from.get('DSS'), to.get('DSS')];
  const store = now === undefined || same(old, now) || (now instanceof PdfRef && !before.has(now.number));
  return store && sameBut(from, to, ['DSS', 'Extensions']);
}

/** New fields stand behind the old ones, which all stay where they are. */
function formGrew(from: PdfDict, to: PdfDict, added: Set<number>): boolean {
  return listGrew(from.get('Fields'), to.get('Fields'), added) && sameBut(from, to, ['Fields']);
}

function pageGrew(from: PdfDict, to: PdfDict, added: Set<number>): boolean {
  if (nameOf(from.get('Type')) !== 'Page') return false;
  return listGrew(from.get('Annots') ?? [], to.get('Annots'), added) && sameBut(from, to, ['Annots']);
}

function listGrew(old: PdfValue | undefined, now: PdfValue | undefined, added: Set<number>): boolean {
  if (!Array.isArray(old) || !Array.isArray(now)) return false;
  const kept = old.every((value, index) => same(value, now[index]));
  return kept && now.slice(old.length).every((value) => added.has(referred(value)));
}

/** A signature field that waited empty got its signature, which came with it; nothing else of the field is different. */
function fieldFilled(from: PdfDict, to: PdfDict, before: State, objects: State): boolean {
  const number = referred(to.get('V'));
  const signature = asDict(objects.get(number)?.value);
  const made = !before.has(number) && nameOf(signature?.get('Type')) === 'Sig' && signature?.has('ByteRange');
  return !!made && nameOf(from.get('FT')) === 'Sig' && !from.has('V') && sameBut(from, to, ['V']);
}

function sameBut(from: PdfDict, to: PdfDict, keys: string[]): boolean {
  const rest = (dict: PdfDict): PdfDict => new Map([...dict].filter(([key]) => !keys.includes(key)));
  return same(rest(from), rest(to));
}

const onlyKeys = (dict: PdfDict, keys: string[]): boolean => [...dict.keys()].every((key) => keys.includes(key));

const asDict = (value: PdfValue | undefined): PdfDict | undefined => (value instanceof Map ? value : undefined);

const referred = (value: PdfValue | undefined): number => (value instanceof PdfRef ? value.number : -1);

function same(a: PdfValue | PdfObject | undefined, b: PdfValue | PdfObject | undefined): boolean {
  return print(a) === print(b);
}

/** One text for one value, whatever the order of keys or the spelling of strings. */
function print(value: PdfValue | PdfObject | undefined): string {
  if (value instanceof PdfString) return `(${value.bytes.toString('hex')})`;
  if (value instanceof PdfName) return `/${encodeURIComponent(value.name)}`;
  if (value instanceof PdfRef) return `${value.number} R`;
  if (value instanceof Map) {
    const entries = [...value].map(([key, inner]) => `/${encodeURIComponent(key)} ${print(inner)}`);
    return `<<${entries.sort().join(' ')}>>`;
  }
  if (Array.isArray(value)) return `[${value.map(print).join(' ')}]`;
  if (value && typeof value === 'object') return `${print(value.value)} ${value.stream?.toString('hex') ?? '-'}`;
  return String(value);
}
