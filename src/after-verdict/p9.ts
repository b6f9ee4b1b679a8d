import { isBlank } from '../sufficiency/checks.js';
import { isDate } from '../sufficiency/dates.js';
import { tookPart, type VerificationFact } from './facts.js';
import { type AfterFound, type AfterRule, foundOf } from './finding.js';

function checkContent({ id, findings, action, dueOn, confirmed }: VerificationFact): AfterFound[] {
  if (isBlank(findings)) return [foundOf(id, 'verification_without_findings', 'write_findings')];
  if (confirmed) return [];
  return [
    ...(isBlank(action) ? [foundOf(id, 'verification_without_action', 'set_action')] : []),
    ...(isDate(dueOn) ? [] : [foundOf(id, 'verification_without_due_date', 'set_due_date')]),
  ];
}

/**
 * A verification is by somebody who did not assess; it has findings, and an action with a due date unless it
 * found nothing to mend. It changes no verdict.
 * Source: domain.md P9.
 */
export const p9: AfterRule = {
  id: 'P9',
  severity: 'warns',
  check: (facts) =>
    facts.verifications.flatMap((verification) => [
      ...(tookPart(facts, verification.by)
        ? [foundOf(verification.id, 'verification_by_involved', 'verify_by_other')]
        : []),
      ...checkContent(verification),
    ]),
};
