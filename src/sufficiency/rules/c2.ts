import { found, type Rule } from '../finding.js';
import { whereClaims } from './where.js';

/**
 * Evidence older than the currency window on the verdict date counts only beside current evidence that counts on the
 * same target. Its age is measured from `produced_on`; exactly the window is still current.
 * Source: domain.md C2; the effect is on the claim.
 */
export const c2: Rule = {
  id: 'C2',
  severity: 'blocks',
  scope: 'item',
  check: (view) =>
    [...view.byTarget].flatMap(([ref, claims]) => {
      const old = claims.filter(({ why }) => why.includes('too_old'));
      if (old.length === 0) return [];
      const numbers = new Set(old.flatMap(({ item }) => item?.item.number ?? []));
      const params = {
        target: view.targets.get(ref)?.code ?? ref,
        months: view.facts.settings.currencyWindowMonths,
        numbers: [...numbers].sort((a, b) => a - b),
      };
      return found('evidence_too_old', 'add_current_evidence', { ...whereClaims(view, old), params });
    }),
};
