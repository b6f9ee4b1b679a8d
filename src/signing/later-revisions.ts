import { nameOf, type PdfObject, type Revision, resolve, stateAfter } from './pdf-file.js';
import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './pdf-syntax.js';

type State = Map<number, PdfObject>;

/**
 * The first object that a revision behind the signed ones changes and must not. Permitted is only what long-term
 * validation needs: a security store (DSS) in the catalog, and further signature or time-stamp fields that show nothing.
 */
export function forbiddenChange(revisions: Revision[], signed: number): number | undefined {
  for (let index = signed; index < revisions.length; index += 1) {
    const change = changeIn(revisions[index]!, stateAfter(revisions, index));
    if (change !== undefined) return change;
  }
  return undefined;
}

function changeIn(revision: Revision, before: State): number | undefined {
  const after = new Map([...before, ...revision.objects]);
  const catalog = referred(revision.trailer.get('Root'));
  const form = referred(asDict(before.get(catalog)?.value)?.get('AcroForm'));
  const store = referred(asDict(before.get(catalog)?.value)?.get('DSS'));
  const added = addedFields(before, after, catalog);
  for (const [number, object] of revision.objects) {
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
        fieldFilled(from, to));
    if (!permitted) return number;
  }
  return added === undefined ? catalog : undefined;
}

/** Fields of the form that were not there before; undefined if one of them is more than an unseen signature. */
function addedFields(before: State, after: State, catalog: number): Set<number> | undefined {
  const [old, now] = [fieldsOf(before, catalog), fieldsOf(after, catalog)];
  const added = now.filter((number) => !old.includes(number));
  const unseen = added.every((number) => !before.has(number) && isUnseenSignature(asDict(after.get(number)?.value)));
  return unseen && old.every((number, index) => now[index] === number) ? new Set(added) : undefined;
}

export function fieldsOf(state: State, catalog: number): number[] {
  const form = asDict(resolve(state, asDict(state.get(catalog)?.value)?.get('AcroForm')));
  const fields = resolve(state, form?.get('Fields'));
  return Array.isArray(fields) ? fields.map(referred) : [];
}

/** A widget without area draws nothing, so it cannot cover what was signed. */
function isUnseenSignature(field: PdfDict | undefined): boolean {
  const rect = field?.get('Rect');
  const [x1, y1, x2, y2] = Array.isArray(rect) ? rect : [];
  const keys = ['Type', 'Subtype', 'FT', 'T', 'V', 'F', 'Ff', 'P', 'Rect', 'TU', 'AP'];
  if (!field || !onlyKeys(field, keys) || nameOf(field.get('FT')) !== 'Sig') return false;
  return typeof x1 === 'number' && typeof y1 === 'number' && x1 === x2 && y1 === y2;
}

/** The security store must be a new object: else a later revision could replace a page in its name. */
function catalogGrew(from: PdfDict, to: PdfDict, before: State): boolean {
  const [old, now] = [from.get('DSS'), to.get('DSS')];
  const store = now === undefined || same(old, now) || (now instanceof PdfRef && !before.has(now.number));
  return store && sameBut(from, to, ['DSS', 'Extensions']);
}

function formGrew(from: PdfDict, to: PdfDict, added: Set<number> | undefined): boolean {
  return added !== undefined && Array.isArray(to.get('Fields')) && sameBut(from, to, ['Fields']);
}

function pageGrew(from: PdfDict, to: PdfDict, added: Set<number> | undefined): boolean {
  const [old, now] = [from.get('Annots') ?? [], to.get('Annots')];
  if (nameOf(from.get('Type')) !== 'Page' || !Array.isArray(old) || !Array.isArray(now)) return false;
  const kept = old.every((value, index) => same(value, now[index]));
  return kept && now.slice(old.length).every((value) => added?.has(referred(value))) && sameBut(from, to, ['Annots']);
}

/** A signature field that waited empty got its signature. */
function fieldFilled(from: PdfDict, to: PdfDict): boolean {
  return (
    nameOf(from.get('FT')) === 'Sig' && !from.has('V') && to.get('V') instanceof PdfRef && sameBut(from, to, ['V'])
  );
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
