import { isCriterion } from '../../competencies/claimable.js';
import { found, type Rule } from '../finding.js';

/**
 * Each criterion (in a standard: each indicator) has a counting claim whose item is direct or indirect.
 * Source: domain.md S1, and "for a standard the same engine runs with: indicators (S1)".
 */
export const s1: Rule = {
  id: 'S1',
  severity: 'blocks',
  scope: 'assessment',
  check: (view) =>
    [...view.targets.values()].filter(isCriterion).flatMap(({ ref, code, text }) => {
      const [step] = view.results.get(ref)?.steps ?? [];
      if (!step) return [];
      const { mend, items, claims, params } = step;
      return found('criterion_unmet', mend, {
        targets: [ref],
        items,
        claims,
        params: { target: code, text, ...params },
      });
    }),
};
