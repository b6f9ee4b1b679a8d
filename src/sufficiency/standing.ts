import { type Entitlement } from './entitlement.js';
import { type ClaimFact, type Instant, type JudgementFact } from './facts.js';

/** What the entitled assessors make of a claim, taken together. */
export type ClaimState = 'unjudged' | 'accepted' | 'rejected' | 'more_needed' | 'disputed';

const isLater = (one: JudgementFact, other: JudgementFact) =>
  one.at > other.at || (one.at === other.at && one.id > other.id);

/**
 * The judgements of a claim that stand: of each assessor the latest, given by someone entitled when giving it and not
 * after the moment of measuring. Judgements are append-only, so a later one of the same assessor supersedes. Who has
 * left the assessment can no longer answer a colleague's doubt: a later judgement of one who stayed supersedes theirs.
 */
export function standingJudgements(
  claim: Pick<ClaimFact, 'judgements'>,
  entitled: Entitlement,
  at: Instant,
): readonly JudgementFact[] {
  const seen = claim.judgements.filter((one) => one.at <= at && entitled(one.by, one.at) === null);
  if (seen.length < 2) return seen;
  const latest: JudgementFact[] = [];
  for (const judgement of seen) {
    const index = latest.findIndex(({ by }) => by === judgement.by);
    if (index < 0) latest.push(judgement);
    else if (isLater(judgement, latest[index]!)) latest[index] = judgement;
  }
  const stays = (one: JudgementFact): boolean => entitled(one.by, at) !== 'not_assigned';
  const current = latest.filter(stays);
  return latest.filter((one) => stays(one) || !current.some((other) => isLater(other, one)));
}

/**
 * The state that standing judgements give a claim. Accepted and rejected together is a dispute (S11); accepted by one
 * while another asks for more is still "more needed", since nobody's doubt is outvoted.
 */
export function claimState(standing: readonly JudgementFact[]): ClaimState {
  if (standing.length === 0) return 'unjudged';
  const has = (decision: JudgementFact['decision']) => standing.some((judgement) => judgement.decision === decision);
  if (has('rejected')) return has('accepted') ? 'disputed' : 'rejected';
  return has('more_needed') ? 'more_needed' : 'accepted';
}
