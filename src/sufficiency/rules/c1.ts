import { type MendKey, type Rule } from '../finding.js';
import { itemFound, standingItems } from './where.js';

const mends = {
  date_unknown: 'give_produced_on',
  made_after_receipt: 'correct_produced_on',
  received_after_verdict: 'use_in_reassessment',
} satisfies Record<string, MendKey>;

const isDateFault = (fault: string): fault is keyof typeof mends => Object.hasOwn(mends, fault);

/**
 * `produced_on` is known, and produced_on ≤ received ≤ verdict, compared as days of the facts' zone.
 * Source: domain.md C1; the effect is "item does not count".
 */
export const c1: Rule = {
  id: 'C1',
  severity: 'blocks',
  scope: 'item',
  check: (view) =>
    standingItems(view).flatMap((item) =>
      item.faults.filter(isDateFault).map((fault) => itemFound(view, item, fault, mends[fault])),
    ),
};
