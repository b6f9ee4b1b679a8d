import { DomainError, type FieldError } from '../common/errors.js';
import { type EvidenceItem } from './evidence-item.entity.js';

/** What is said of how evidence came about and what it holds besides, where there is anything to say. */
export type Circumstances = Pick<
  EvidenceItem,
  'groupWork' | 'candidatePart' | 'copy' | 'othersData' | 'othersDataReason'
>;

/**
 * The circumstances after a change: what is left out stays, and null empties. The words belong to their flag: they go
 * with it, and without it they are refused.
 */
export function circumstancesOf(input: Partial<Circumstances>, before: Circumstances): Circumstances {
  const { groupWork = before.groupWork, copy = before.copy, othersData = before.othersData } = input;
  const { candidatePart = before.candidatePart, othersDataReason = before.othersDataReason } = input;
  const fields: FieldError[] = [];
  if (input.candidatePart && !groupWork) fields.push({ field: 'candidatePart', rule: 'isOfGroupWork' });
  if (input.othersDataReason && !othersData) fields.push({ field: 'othersDataReason', rule: 'isOfOthersData' });
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields });
  return {
    groupWork,
    candidatePart: (groupWork && candidatePart) || null,
    copy,
    othersData,
    othersDataReason: (othersData && othersDataReason) || null,
  };
}
