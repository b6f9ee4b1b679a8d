import { type Found, type Rule } from '../finding.js';
import { type ItemView, type View } from '../view.js';
import { itemFound, standingItems, whereClaims } from './where.js';

function bytesMissing(view: View, item: ItemView): Found[] {
  if (!item.faults.includes('bytes_missing')) return [];
  return [itemFound(view, item, 'item_bytes_missing', 'receive_files_again')];
}

function elsewhere(view: View, item: ItemView): Found[] {
  const alarms = new Set(item.item.alarms.map(({ sha256 }) => sha256));
  if (alarms.size === 0) return [];
  const report = itemFound(view, item, 'same_bytes_elsewhere', 'compare_copies');
  return [{ ...report, severity: 'warns', params: { ...report.params, count: alarms.size } }];
}

function twice(view: View, item: ItemView): Found[] {
  const copies = (view.byItem.get(item.item.id) ?? []).filter(({ why }) => why.includes('same_bytes'));
  if (copies.length === 0) return [];
  const report = itemFound(view, item, 'same_bytes_twice', 'add_other_evidence');
  const { targets, claims, params } = whereClaims(view, copies);
  return [{ ...report, severity: 'warns', targets, claims, params: { ...report.params, ...params } }];
}

/**
 * The hash is fixed at receipt (blocks the item); the same bytes under another candidate raise an alarm (warns); twice
 * under one candidate they count once for a target (warns).
 * Source: domain.md A4.
 */
export const a4: Rule = {
  id: 'A4',
  severity: 'blocks',
  scope: 'item',
  check: (view) =>
    standingItems(view).flatMap((item) => [
      ...bytesMissing(view, item),
      ...elsewhere(view, item),
      ...twice(view, item),
    ]),
};
