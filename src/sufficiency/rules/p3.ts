import { isBlank } from '../checks.js';
import { namesDiagnosis } from '../diagnosis-words.js';
import { found, type Rule } from '../finding.js';

/**
 * An adjustment says what was changed, and names no diagnosis. The finding gives its place in the plan, never its words.
 * Source: domain.md P3.
 */
export const p3: Rule = {
  id: 'P3',
  severity: 'warns',
  scope: 'assessment',
  check: ({ facts: { plan } }) =>
    (plan?.adjustments ?? []).flatMap(({ what, changed }, index) => {
      const params = { number: index + 1 };
      return [
        ...(isBlank(changed) ? [found('adjustment_without_change', 'say_what_changed', { params })] : []),
        ...([what, changed].some(namesDiagnosis)
          ? [found('adjustment_names_diagnosis', 'leave_out_diagnosis', { params })]
          : []),
      ];
    }),
};
