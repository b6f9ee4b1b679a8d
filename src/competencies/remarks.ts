import { DomainError } from '../common/errors.js';
import { type Locale } from '../i18n/i18n.js';
import { type Fault, type Finding, sentence } from './icap/report.js';

/** A remark of the reader as it is shown: its place, what is to be said of it, and the printed text concerned. */
export class RemarkView {
  kind: string;
  line: number;
  column?: number;
  /** The sentence, in the language asked for. */
  text: string;
  excerpt: string;
}

export function remarkView(remark: Fault | Finding, locale: Locale): RemarkView {
  const { kind, line, column, text: excerpt } = remark;
  return { kind, line, ...(column !== undefined && { column }), text: sentence(remark, locale), excerpt };
}

/** Why nothing was imported: `details` has every fault with its line. */
export function importRefused(faults: readonly Fault[], locale: Locale): DomainError {
  const count = faults.reduce((sum, { kind, params }) => sum + (kind === 'more_faults' ? Number(params.count) : 1), 0);
  return new DomainError('import_refused', { count }, { details: faults.map((fault) => remarkView(fault, locale)) });
}
