import { isChecked, isWitnessed } from '../checks.js';
import { type ItemFact } from '../facts.js';
import { found, type Rule } from '../finding.js';
import { type View } from '../view.js';
import { standingItems, whereClaims } from './where.js';

const writtenForms: readonly string[] = ['document', 'text', 'spreadsheet'];

/** A conversation confirms what it names once its author has signed the record of it. */
function isConfirmed(view: View, item: ItemFact): boolean {
  return item.confirmedBy.some((id) => {
    const record = view.items.get(id);
    return record !== undefined && isWitnessed(record) && !record.faults.includes('unsigned') && isStanding(record);
  });
}

const isStanding = ({ faults }: { faults: readonly string[] }) => !faults.includes('item_withdrawn');

/**
 * What the candidate wrote unseen, and what counts, is confirmed in a conversation. One finding for all of it.
 * Source: domain.md A6.
 */
export const a6: Rule = {
  id: 'A6',
  severity: 'warns',
  scope: 'assessment',
  check: (view) => {
    const own = standingItems(view).filter(
      ({ item }) => item.producedBy === 'candidate' && writtenForms.includes(item.form),
    );
    const open = own.filter(({ item }) => !isChecked(item.supervised, view.facts) && !isConfirmed(view, item));
    const claims = open.flatMap(({ item }) => (view.byItem.get(item.id) ?? []).filter(({ counts }) => counts));
    if (claims.length === 0) return [];
    const where = whereClaims(view, claims);
    const numbers = where.items.flatMap((id) => view.items.get(id)?.item.number ?? []).sort((a, b) => a - b);
    const params = { ...where.params, count: numbers.length, numbers };
    return [found('writing_unconfirmed', 'confirm_in_conversation', { ...where, params })];
  },
};
