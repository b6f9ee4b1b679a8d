import { isCriterion } from '../../competencies/claimable.js';
import { type ItemFact } from '../facts.js';
import { found, type Rule } from '../finding.js';
import { countingItems } from '../view.js';
import { whereTargets } from './where.js';

/** What items must differ in, be it one thing only, to be independent. A report comes from who wrote it. */
function originOf({ form, producedBy, submittedBy, producedOn, report }: ItemFact): string {
  return JSON.stringify([form, producedBy, report?.name?.trim() ?? submittedBy, producedOn]);
}

/**
 * Each criterion has so many counting items that differ in form, source or date.
 * Source: domain.md S8.
 */
export const s8: Rule = {
  id: 'S8',
  severity: 'warns',
  scope: 'assessment',
  check: (view) => {
    const minimum = view.facts.settings.independentItems;
    const origins = new Map([...view.items.values()].map((one) => [one, originOf(one.item)]));
    const dependent = [...view.targets.values()].filter((target) => {
      if (!isCriterion(target)) return false;
      const independent = new Set(countingItems(view, target.ref).map((one) => origins.get(one)));
      return independent.size < minimum;
    });
    if (dependent.length === 0) return [];
    const { targets, params } = whereTargets(dependent);
    return [found('criteria_dependent', 'add_independent_item', { targets, params: { ...params, minimum } })];
  },
};
