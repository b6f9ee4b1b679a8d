import { isCriterion } from '../../competencies/claimable.js';
import { type Target } from '../facts.js';
import { found, type Rule } from '../finding.js';
import { countingItems, type ItemView } from '../view.js';
import { whereTargets } from './where.js';

/**
 * No item counts for more than its share of the criteria. One criterion is never too much, however few there are.
 * Source: domain.md S9.
 */
export const s9: Rule = {
  id: 'S9',
  severity: 'warns',
  scope: 'assessment',
  check: (view) => {
    const criteria = [...view.targets.values()].filter(isCriterion);
    const limit = Math.max(1, Math.floor(criteria.length / view.facts.settings.largestShareDivisor));
    const carried = new Map<ItemView, Target[]>();
    for (const criterion of criteria) {
      if (!view.results.get(criterion.ref)?.met) continue;
      for (const item of countingItems(view, criterion.ref)) {
        const all = carried.get(item);
        if (all) all.push(criterion);
        else carried.set(item, [criterion]);
      }
    }
    const heavy = [...carried].filter(([, on]) => on.length > limit).sort(([a], [b]) => a.item.number - b.item.number);
    if (heavy.length === 0) return [];
    const on = new Set(heavy.flatMap(([, targets]) => targets));
    const { targets, params } = whereTargets(criteria.filter((criterion) => on.has(criterion)));
    const numbers = heavy.map(([{ item }]) => item.number);
    const items = heavy.map(([{ item }]) => item.id);
    return [
      found('items_carry_too_much', 'spread_evidence', { targets, items, params: { ...params, numbers, limit } }),
    ];
  },
};
