import { newId } from '../common/ids.js';
import { type Claim } from '../evidence/claim.entity.js';
import { freshClaim } from '../evidence/fresh.js';
import { shownRefs } from './side-by-side.js';
import { type SittingRecord } from './sitting-records.js';

/**
 * One claim for each target concluded to be shown, however many saw it: a sitting is one event on one day, and no
 * target is shown twice by it (rule S8). It is made on the lead's own record where that showed it, else on the one
 * that was signed first.
 */
export function concludedClaims(
  refs: readonly string[],
  signed: readonly SittingRecord[],
  leadId: string,
  at: string,
): Claim[] {
  const inOrder = [...signed].sort((a, b) => rank(a, leadId).localeCompare(rank(b, leadId)));
  return refs.flatMap((targetRef) => {
    const carrier = inOrder.find(({ record }) => shownRefs(record).includes(targetRef));
    if (!carrier) return [];
    const { item, record } = carrier;
    const shown = { assessmentId: item.assessmentId, itemId: item.id, targetRef, method: record.method };
    return [{ ...freshClaim, id: newId(), ...shown, proposedBy: leadId, proposedAt: at }];
  });
}

const rank = ({ record, item }: SittingRecord, leadId: string): string =>
  record.assessorId === leadId ? '' : item.signedAt!;
