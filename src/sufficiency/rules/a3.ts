import { type Found, type Rule } from '../finding.js';
import { missingParts } from '../reports.js';
import { type ItemView, type View } from '../view.js';
import { itemFound, standingItems } from './where.js';

function incomplete(view: View, item: ItemView): Found[] {
  if (!item.faults.includes('report_incomplete')) return [];
  const report = itemFound(view, item, 'report_incomplete', 'complete_report');
  return [{ ...report, params: { ...report.params, parts: missingParts(item.item) } }];
}

function byParty(view: View, item: ItemView): Found[] {
  if (!item.faults.includes('report_by_party')) return [];
  return [itemFound(view, item, 'report_by_party', 'other_reporter')];
}

/**
 * A third-party report says who reports, in what post and relation, of which period, when, and how to reach them; its
 * author is neither the candidate nor an assessor.
 * Source: domain.md A3; the effect is "item does not count".
 */
export const a3: Rule = {
  id: 'A3',
  severity: 'blocks',
  scope: 'item',
  check: (view) => standingItems(view).flatMap((item) => [...incomplete(view, item), ...byParty(view, item)]),
};
