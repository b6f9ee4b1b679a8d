import { DomainError } from '../../common/errors.js';
import { type CFDocumentView } from './case.view.js';

/** The fields of a document that are one text. */
const texts = [
  ...(['identifier', 'uri', 'title', 'creator', 'description', 'language', 'version', 'adoptionStatus'] as const),
  ...(['statusStartDate', 'notes', 'caseVersion', 'lastChangeDateTime'] as const),
];
type TextField = (typeof texts)[number];
const isText = (name: string): name is TextField => (texts as readonly string[]).includes(name);
const fields: readonly string[] = [
  ...texts,
  'subject',
  'extensions',
  'CFPackageURI',
] satisfies (keyof CFDocumentView)[];

const order = new Intl.Collator('zh-Hant-TW', { numeric: true });
const predicates: Record<string, (field: string, value: string) => boolean> = {
  '=': (field, value) => field === value,
  '!=': (field, value) => field !== value,
  '>': (field, value) => order.compare(field, value) > 0,
  '>=': (field, value) => order.compare(field, value) >= 0,
  '<': (field, value) => order.compare(field, value) < 0,
  '<=': (field, value) => order.compare(field, value) <= 0,
  '~': (field, value) => field.toLowerCase().includes(value.toLowerCase()),
};
const predicate = `([A-Za-z]+)(!=|>=|<=|=|>|<|~)'([^']*)'`;
const filters = new RegExp(`^${predicate}(?: (AND|OR) ${predicate})?$`);

/** A filter of CASE: a comparison, or two joined by AND or OR. Throws `case_selection` for anything else. */
export function choiceBy(filter: string): (document: CFDocumentView) => boolean {
  const [, field = '', sign, value, joined, other = '', otherSign, otherValue] = filters.exec(filter) ?? [];
  const first = comparison(field, sign, value);
  if (!joined) return first;
  const second = comparison(other, otherSign, otherValue);
  return joined === 'AND' ? (one) => first(one) && second(one) : (one) => first(one) || second(one);
}

function comparison(field: string, sign = '', value = ''): (document: CFDocumentView) => boolean {
  if (!isText(field)) throw new DomainError('case_selection');
  return (document) => predicates[sign]!(document[field] ?? '', value);
}

/** The order asked for. Throws `case_sort` for a field that is not sorted by. */
export function orderBy(field: string, direction: 'asc' | 'desc'): (a: CFDocumentView, b: CFDocumentView) => number {
  if (!isText(field)) throw new DomainError('case_sort');
  const sign = direction === 'asc' ? 1 : -1;
  return (a, b) => sign * order.compare(a[field] ?? '', b[field] ?? '');
}

/** Only these fields of a document. Throws `case_selection` for one that there is not. */
export function only(names: string[], document: CFDocumentView): Partial<CFDocumentView> {
  if (!names.every((name) => fields.includes(name))) throw new DomainError('case_selection');
  return Object.fromEntries(Object.entries(document).filter(([name]) => names.includes(name)));
}
