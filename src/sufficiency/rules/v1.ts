import { found, type Rule } from '../finding.js';
import { whereClaims } from './where.js';

/**
 * A claim's target exists in the pinned version and is something that evidence shows.
 * Source: domain.md V1, "a claim's target exists in the pinned version; a new version never moves claims silently".
 */
export const v1: Rule = {
  id: 'V1',
  severity: 'blocks',
  scope: 'assessment',
  check: (view) =>
    [...view.byTarget].flatMap(([ref, claims]) => {
      const target = view.targets.get(ref);
      if (target && view.results.has(ref)) return [];
      return found(target ? 'target_unclaimable' : 'target_absent', 'claim_pinned_target', {
        ...whereClaims(view, claims),
        params: { target: target?.code ?? ref },
      });
    }),
};
