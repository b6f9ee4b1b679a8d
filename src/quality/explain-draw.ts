import { type Locale } from '../i18n/i18n.js';
import { qualityText } from '../i18n/quality.js';
import { type DrawPlan, type DrawReason } from './draw.js';

/** Why something was drawn, a sentence for each reason: “Base sample: 10%”. */
export function explainDraw(
  { minimum, thresholds }: Pick<DrawPlan, 'minimum' | 'thresholds'>,
  reasons: readonly DrawReason[],
  locale: Locale,
): string[] {
  const counts = { ...thresholds, base: undefined, complaint: undefined, minimum };
  return reasons.map(({ reason, percent }) =>
    qualityText(reason, locale, { percent: percent ?? undefined, count: counts[reason] }),
  );
}
