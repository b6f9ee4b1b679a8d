import { found, type Rule } from '../finding.js';
import { stepsToward } from '../steps.js';
import { whereClaims } from './where.js';

/**
 * At least one claim that counts rests on direct evidence, whichever target it was made to.
 * Source: domain.md S5, and P8: "a portfolio without any conversation fails S5".
 */
export const s5: Rule = {
  id: 'S5',
  severity: 'blocks',
  scope: 'assessment',
  check: (view) => {
    const direct = view.claims.filter(({ live, item }) => live && item?.class === 'direct');
    if (direct.some((claim) => claim.counts)) return [];
    const months = view.facts.settings.currencyWindowMonths;
    const target = whereClaims(view, direct).params.targets;
    const [step] = stepsToward(direct, 'add_direct_evidence', { months, target });
    return step ? [found('no_direct_evidence', step.mend, { ...step })] : [];
  },
};
