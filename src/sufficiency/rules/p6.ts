import { type AssessmentFacts, type Instant } from '../facts.js';
import { found, type Found, type ProblemKey, type Rule } from '../finding.js';
import { type ClaimView, type View } from '../view.js';
import { whereClaims } from './where.js';

/** The first thing done in this attempt, or the moment of measuring. */
function beginning({ items, claims, at }: AssessmentFacts): Instant {
  const moments = [
    ...items.filter(({ originId }) => originId === null).map(({ receivedAt }) => receivedAt),
    ...claims.map(({ proposedAt }) => proposedAt),
  ];
  return moments.reduce((first, moment) => (moment < first ? moment : first), at);
}

function checkPrevious(facts: AssessmentFacts): Found[] {
  const { attempt, previous } = facts;
  if (attempt <= 1) return [];
  if (previous === null) return [found('attempt_unlinked', 'link_attempt', { params: { attempt } })];
  const start = beginning(facts);
  const closed = [previous.decidedAt, previous.withdrawnAt].some((moment) => moment !== null && moment <= start);
  return closed ? [] : [found('previous_still_open', 'begin_after_closing', { params: { attempt } })];
}

/** A text that a judgement here has looked at is confirmed by it; a target that is gone cannot be. */
function problemOf({ targets }: View, { claim, state }: ClaimView): ProblemKey | null {
  const target = targets.get(claim.targetRef);
  if (!target) return 'carried_target_absent';
  return state === 'unjudged' && claim.carriedFrom?.targetText !== target.text ? 'carried_target_changed' : null;
}

function checkCarried(view: View): Found[] {
  return view.claims.flatMap((claim) => {
    const problem = claim.live && claim.claim.carriedFrom !== null ? problemOf(view, claim) : null;
    if (problem === null) return [];
    const target = view.targets.get(claim.claim.targetRef)?.code ?? claim.claim.targetRef;
    const numbers = claim.item ? [claim.item.item.number] : [];
    const mend = problem === 'carried_target_absent' ? 'claim_pinned_target' : 'confirm_carried_claim';
    return [found(problem, mend, { ...whereClaims(view, [claim]), params: { target, numbers } })];
  });
}

/**
 * A reassessment is a new attempt linked to one that was closed before it. What it carries over is tested again: for
 * the version here, for currency by C2, and for a judgement of its own by V2.
 * Source: domain.md P6.
 */
export const p6: Rule = {
  id: 'P6',
  severity: 'blocks',
  scope: 'assessment',
  check: (view) => [...checkPrevious(view.facts), ...checkCarried(view)],
};
