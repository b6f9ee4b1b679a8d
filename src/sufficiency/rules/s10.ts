import { isCriterion } from '../../competencies/claimable.js';
import { found, type Rule } from '../finding.js';
import { countingItems } from '../view.js';
import { whereTargets } from './where.js';

/**
 * What is kept up over time is shown on several dates: one day cannot show that something is maintained, monitored,
 * reviewed or adjusted.
 * Source: domain.md S10.
 */
export const s10: Rule = {
  id: 'S10',
  severity: 'warns',
  scope: 'assessment',
  check: (view) => {
    const minimum = view.facts.settings.continuousDates;
    const datesOf = (ref: string) => new Set(countingItems(view, ref).map(({ item }) => item.producedOn)).size;
    const short = [...view.targets.values()].filter(
      (target) => isCriterion(target) && target.continuous && datesOf(target.ref) < minimum,
    );
    if (short.length === 0) return [];
    const { targets, params } = whereTargets(short);
    return [found('continuous_dates_few', 'add_other_dates', { targets, params: { ...params, minimum } })];
  },
};
