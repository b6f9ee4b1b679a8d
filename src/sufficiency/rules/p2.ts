import { type AssessmentFacts, type Instant } from '../facts.js';
import { found, type Rule } from '../finding.js';

/** When this attempt's first evidence was received; what it carries over was received before it began. */
function firstReceipt({ items, at }: AssessmentFacts): Instant | null {
  const received = items.filter(({ originId, receivedAt }) => originId === null && receivedAt <= at);
  return received.reduce<Instant | null>(
    (first, { receivedAt }) => (first === null || receivedAt < first ? receivedAt : first),
    null,
  );
}

/**
 * The candidate acknowledged plan and privacy notice not later than the first evidence was received, and has
 * acknowledged the version of the plan that stands.
 * Source: domain.md P2.
 */
export const p2: Rule = {
  id: 'P2',
  severity: 'warns',
  scope: 'assessment',
  check: ({ facts }) => {
    const { plan, at } = facts;
    if (plan === null) return [found('plan_absent', 'make_plan')];
    const first = plan.firstAcknowledgedAt;
    const received = firstReceipt(facts);
    const pending = plan.acknowledgedAt === null || plan.acknowledgedAt > at;
    const late = first !== null && first <= at && received !== null && received < first;
    return [
      ...(pending ? [found('plan_unacknowledged', 'acknowledge_plan', { params: { version: plan.version } })] : []),
      ...(late ? [found('plan_acknowledged_late', 'waive_late_acknowledgement')] : []),
    ];
  },
};
