import { isBlank } from './checks.js';
import { dayIn, isDate } from './dates.js';
import { portfolioForms } from '../settings/evidence-class.js';
import { type AssessmentFacts, type DateOnly, type Instant, type ItemFact } from './facts.js';
import { isByParty, missingParts } from './reports.js';

/** Why nothing claimed with an item counts. */
export type ItemFault =
  | 'item_withdrawn'
  | 'undeclared'
  | 'unsigned'
  | 'bytes_missing'
  | 'part_unstated'
  | 'report_incomplete'
  | 'report_by_party'
  | 'date_unknown'
  | 'made_after_receipt'
  | 'received_after_verdict';

const isBy = (moment: Instant | null, at: Instant) => moment !== null && moment <= at;

/** Forms whose content is bytes. A link or a written statement has its content in the record. */
const fileForms: readonly string[] = portfolioForms.filter((form) => form !== 'link' && form !== 'text');

/**
 * A1: what the candidate made or handed in is the candidate's to vouch for; a declaration counts once it is given,
 * and not later than the verdict.
 */
function isUndeclared(item: ItemFact, { candidateId, at }: AssessmentFacts): boolean {
  const own = item.producedBy === 'candidate' || item.submittedBy === candidateId;
  return own && !isBy(item.declaredAt, at);
}

/** A4: every file has the hash fixed at its receipt, and a form that is made of files has one. */
function lacksBytes({ form, files }: ItemFact): boolean {
  if (files.length === 0) return fileForms.includes(form);
  return !files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256));
}

/** C1: produced_on is known, and produced_on ≤ received ≤ verdict; days are those of the facts' zone. */
function dateFault({ producedOn, receivedAt }: ItemFact, { zone, at }: AssessmentFacts): ItemFault | null {
  if (!isDate(producedOn)) return 'date_unknown';
  if (receivedAt > at) return 'received_after_verdict';
  const received: DateOnly | null = dayIn(zone, receivedAt);
  return received === null || producedOn > received ? 'made_after_receipt' : null;
}

/** Everything that keeps an item from counting, as things stood at the moment of measuring. */
export function itemFaults(item: ItemFact, facts: AssessmentFacts): readonly ItemFault[] {
  const faults: ItemFault[] = [];
  if (isBy(item.withdrawnAt, facts.at)) faults.push('item_withdrawn');
  if (isUndeclared(item, facts)) faults.push('undeclared');
  if (item.requiresSignature && !isBy(item.signedAt, facts.at)) faults.push('unsigned');
  if (lacksBytes(item)) faults.push('bytes_missing');
  if (item.groupWork && isBlank(item.candidatePart)) faults.push('part_unstated');
  if (missingParts(item).length > 0) faults.push('report_incomplete');
  if (isByParty(item, facts)) faults.push('report_by_party');
  const date = dateFault(item, facts);
  if (date) faults.push(date);
  return faults;
}
