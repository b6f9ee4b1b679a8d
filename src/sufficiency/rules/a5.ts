import { isChecked } from '../checks.js';
import { type Rule } from '../finding.js';
import { itemFound, standingItems } from './where.js';

/**
 * Of a copy, somebody other than the candidate sighted the original.
 * Source: domain.md A5, "the original was sighted: by whom, when".
 */
export const a5: Rule = {
  id: 'A5',
  severity: 'warns',
  scope: 'item',
  check: (view) =>
    standingItems(view)
      .filter(({ item }) => item.copy && !isChecked(item.sighted, view.facts))
      .map((item) => itemFound(view, item, 'copy_unsighted', 'sight_original')),
};
