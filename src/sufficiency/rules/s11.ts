import { found, type Rule } from '../finding.js';
import { whereClaims } from './where.js';

/**
 * No claim stands both accepted and rejected by different assessors.
 * Source: domain.md S11.
 */
export const s11: Rule = {
  id: 'S11',
  severity: 'blocks',
  scope: 'assessment',
  check: (view) =>
    view.claims
      .filter(({ live, state }) => live && state === 'disputed')
      .map((claim) => {
        const target = view.targets.get(claim.claim.targetRef)?.code ?? claim.claim.targetRef;
        const numbers = claim.item ? [claim.item.item.number] : [];
        return found('claim_disputed', 'settle_dispute', {
          ...whereClaims(view, [claim]),
          params: { target, numbers },
        });
      }),
};
