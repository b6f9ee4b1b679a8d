import { type Rule } from '../finding.js';
import { itemFound, standingItems } from './where.js';

/**
 * What the candidate made or handed in is covered by a signed declaration not later than the verdict.
 * Source: domain.md A1; the effect is "item does not count".
 */
export const a1: Rule = {
  id: 'A1',
  severity: 'blocks',
  scope: 'item',
  check: (view) =>
    standingItems(view)
      .filter(({ faults }) => faults.includes('undeclared'))
      .map((item) => itemFound(view, item, 'item_undeclared', 'declare_items')),
};
