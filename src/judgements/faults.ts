import { type FieldError } from '../common/errors.js';
import { type FourRules } from './judgement.entity.js';
import { type JudgeClaim } from './judgements.dto.js';

/** A claim of the assessment, as far as it decides whether it can be judged. */
export interface JudgeableClaim {
  withdrawn: boolean;
  evidenceWithdrawn: boolean;
  /** The claim rests on a record that its author may still change. */
  unsigned: boolean;
}

export function rulesOf({ rules }: JudgeClaim): FourRules {
  const { validity = null, sufficiency = null, authenticity = null, currency = null } = rules;
  return { validity, sufficiency, authenticity, currency };
}

/**
 * Everything that keeps a set of judgements from standing, by field. `claims` are those of the assessment by id.
 * Source: domain.md P4 (an unfavourable answer has a reason) and "the four rules of evidence".
 */
export function judgementFaults(
  judgements: readonly JudgeClaim[],
  claims: ReadonlyMap<string, JudgeableClaim>,
): FieldError[] {
  const seen = new Set<string>();
  return judgements.flatMap((judgement, index) => {
    const at = `judgements.${index}`;
    const faults = ownFaults(judgement, at);
    const claim = claimFault(claims.get(judgement.claimId), seen.has(judgement.claimId));
    seen.add(judgement.claimId);
    return claim ? [{ field: `${at}.claimId`, rule: claim }, ...faults] : faults;
  });
}

function claimFault(claim: JudgeableClaim | undefined, again: boolean): string | null {
  if (!claim) return 'isKnownClaim';
  if (again) return 'isUnique';
  if (claim.withdrawn) return 'isStandingClaim';
  if (claim.evidenceWithdrawn) return 'isStandingEvidence';
  return claim.unsigned ? 'isSignedRecord' : null;
}

function ownFaults(judgement: JudgeClaim, at: string): FieldError[] {
  if (judgement.decision !== 'accepted') {
    return judgement.reason ? [] : [{ field: `${at}.reason`, rule: 'isNotEmpty' }];
  }
  return Object.entries(rulesOf(judgement))
    .filter(([, held]) => held !== true)
    .map(([name]) => ({ field: `${at}.rules.${name}`, rule: 'isHeldRule' }));
}
