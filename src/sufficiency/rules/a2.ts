import { type Rule } from '../finding.js';
import { itemFound, standingItems } from './where.js';

/**
 * Work of a group states the candidate's part.
 * Source: domain.md A2; the effect is "item does not count".
 */
export const a2: Rule = {
  id: 'A2',
  severity: 'blocks',
  scope: 'item',
  check: (view) =>
    standingItems(view)
      .filter(({ faults }) => faults.includes('part_unstated'))
      .map((item) => itemFound(view, item, 'part_unstated', 'state_part')),
};
