import { fill, type Locale, type TextParams } from '../../i18n/i18n.js';
import { importTexts, type FaultKind, type FindingKind } from '../../i18n/import.js';

/** Where something was printed: the line from 1, and the cell of its row from 1 where that is known. */
export interface Place {
  line: number;
  column?: number;
}

/** One remark on a source: a stable kind, its place, what the sentence about it needs, and the text concerned. */
export interface Remark<Kind> extends Place {
  kind: Kind;
  params: TextParams;
  text: string;
}
export type Fault = Remark<FaultKind>;
export type Finding = Remark<FindingKind>;

const categoryOf = {
  piece_joined: 'pieces_joined',
  doubtful_join: 'pieces_joined',
  code_normalised: 'codes_normalised',
  row_code_mismatch: 'row_code_mismatches',
  order_differs: 'row_code_mismatches',
  level_beside_no_task: 'row_code_mismatches',
  block_over_duties: 'row_code_mismatches',
  several_tasks_in_cell: 'cells_with_two_tasks',
  wording_variant: 'wording_variants',
  title_differs: 'wording_variants',
  duplicate_text: 'duplicate_texts',
  note_referenced: 'notes_referenced',
  note_unreferenced: 'notes_unreferenced',
  note_missing: 'notes_referenced',
  notes_reordered: 'notes_referenced',
  punctuation_repaired: 'repaired_punctuation',
  header_unreadable: 'suspected_ocr_errors',
  stray_cell: 'suspected_ocr_errors',
  broken_note_reference: 'suspected_ocr_errors',
  suspected_character: 'suspected_ocr_errors',
  bracket_unpaired: 'suspected_ocr_errors',
  near_code: 'suspected_ocr_errors',
  attitude_without_description: 'suspected_ocr_errors',
  not_latest_version: 'other',
} as const satisfies Record<FindingKind, string>;

export type FindingCategory = (typeof categoryOf)[FindingKind];
export type Findings = Record<FindingCategory, Finding[]>;

/** Items of a document. Knowledge and skills count once a block in `blocks` and once a code in the totals. */
export type Counts = Readonly<Record<string, number | readonly Readonly<Record<string, number>>[]>>;

/** Everything the reader did and noticed. `broken_invariants` are the faults for which a document is refused. */
export interface ImportReport extends Findings {
  counts: Counts;
  broken_invariants: Fault[];
}

/** Collects the remarks of one reading. */
export interface Log {
  fault(kind: FaultKind, place: Place, text: string, params?: TextParams): void;
  find(kind: FindingKind, place: Place, text: string, params?: TextParams): void;
  faults(): Fault[];
  report(counts: Counts): ImportReport;
}

const maxFaults = 500;
const maxExcerpt = 120;

/** A fresh log. It keeps the first 500 faults and counts the rest, so that garbage gives a short answer. */
export function createLog(): Log {
  const faults: Fault[] = [];
  let unlisted = 0;
  const findings = Object.fromEntries(Object.values(categoryOf).map((name) => [name, []])) as unknown as Findings;

  function listed(): Fault[] {
    const last = faults.at(-1);
    const sorted = [...faults].sort((a, b) => a.line - b.line);
    if (unlisted === 0 || !last) return sorted;
    return [...sorted, { kind: 'more_faults', line: last.line, params: { count: unlisted }, text: '' }];
  }

  return {
    fault(kind, place, text, params = {}) {
      if (faults.length < maxFaults) faults.push({ kind, ...at(place), params, text: excerpt(text) });
      else unlisted++;
    },
    find(kind, place, text, params = {}) {
      findings[categoryOf[kind]].push({ kind, ...at(place), params, text });
    },
    faults: listed,
    report: (counts) => ({ counts, ...findings, broken_invariants: listed() }),
  };
}

/** The sentence about a remark, in one language. */
export function sentence(remark: Fault | Finding, locale: Locale): string {
  return fill(importTexts[locale][remark.kind], { text: remark.text, ...remark.params }, locale);
}

function at({ line, column }: Place): Place {
  return column === undefined ? { line } : { line, column };
}

function excerpt(text: string): string {
  return text.length <= maxExcerpt ? text : `${text.slice(0, maxExcerpt).replace(/\p{Surrogate}$/u, '')}…`;
}
