import { type Locale } from '../i18n/i18n.js';
import { type TargetResult, type VerdictOutcome, type VerdictRecord } from './record.js';

export interface RenderOptions {
  /** Main language of the fixed wording; the other one stands beneath where it helps. Default zh-TW. */
  locale?: Locale;
  /** A body's own words for the outcomes and results. */
  labels?: Partial<Record<VerdictOutcome | TargetResult, string>>;
}

/** The verdict as PDF with an empty signature field (`signPdf` fills it). The same record gives the same bytes. */
export async function renderVerdict(_record: VerdictRecord, _options: RenderOptions = {}): Promise<Buffer> {
  throw new Error('not written yet');
}
