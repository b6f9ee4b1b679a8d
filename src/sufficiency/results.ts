import { isClaimable, isCriterion } from '../competencies/claimable.js';
import { isKnowledgeOrSkill, shownThrough } from './attributions.js';
import { type Entitlement } from './entitlement.js';
import { type AssessmentFacts, type Target } from './facts.js';
import { type Step } from './finding.js';
import { stepsToward } from './steps.js';
import { targetState, type TargetState } from './target-state.js';
import { type ClaimView } from './view.js';

export interface TargetResult {
  readonly ref: string;
  readonly met: boolean;
  /** Whether `competent` depends on it (S1, S3, and S4 where policy says so). */
  readonly required: boolean;
  readonly state: TargetState;
  readonly countingClaims: readonly string[];
  /** Knowledge and skills only: refs of the met criteria through which an assessor found it demonstrated (S4). */
  readonly through: readonly string[];
  /** Key aspects only: refs of the criteria it covers that are not met. */
  readonly unmetCriteria: readonly string[];
  /** What would close the gap, nearest to done first; empty when met. */
  readonly steps: readonly Step[];
}

type ByTarget = ReadonlyMap<string, readonly ClaimView[]>;

/** S1 asks for more than the report of others. */
const carriesCriterion = ({ item }: ClaimView) => item !== null && item.class !== 'supplementary';

const demandsKnowledge = ({ settings }: AssessmentFacts) => settings.knowledgeAndSkills === 'blocks';

function tally(claims: readonly ClaimView[], met: boolean) {
  const numbers = { met, unjudged: 0, accepted: 0, rejected: 0, more_needed: 0, disputed: 0 };
  for (const { state } of claims) numbers[state] += 1;
  return numbers;
}

function result(target: Target, claims: readonly ClaimView[], facts: AssessmentFacts): TargetResult {
  const criterion = isCriterion(target);
  const carrying = criterion ? claims.filter(carriesCriterion) : claims;
  const met = carrying.some((claim) => claim.counts);
  const fallback =
    carrying.length < claims.length && claims.some((claim) => claim.counts)
      ? 'claim_witnessed_or_own_work'
      : 'claim_evidence';
  const params = { target: target.code, months: facts.settings.currencyWindowMonths };
  return {
    ref: target.ref,
    met,
    required: criterion || target.type === 'key_aspect' || (isKnowledgeOrSkill(target) && demandsKnowledge(facts)),
    state: targetState(tally(claims, met)),
    countingClaims: claims.filter((claim) => claim.counts).map(({ claim }) => claim.id),
    through: [],
    unmetCriteria: [],
    steps: met ? [] : stepsToward(carrying, fallback, params),
  };
}

/** S3: a key aspect is met by a claim made to it, once the criteria it covers are met. */
function withCriteria(
  aspect: TargetResult,
  claims: readonly ClaimView[],
  criteria: readonly Target[],
  results: ReadonlyMap<string, TargetResult>,
): TargetResult {
  const unmet = criteria.filter(({ ref }) => !results.get(ref)?.met);
  if (unmet.length === 0) return aspect;
  const params = { criteria: unmet.map(({ code }) => code) };
  return {
    ...aspect,
    met: false,
    state: targetState(tally(claims, false)),
    unmetCriteria: unmet.map(({ ref }) => ref),
    steps: [...aspect.steps, { mend: 'meet_criteria', params, items: [], claims: [] }],
  };
}

/** S4: the assessor's "demonstrated through criterion x" does what a claim would. */
function withThrough(own: TargetResult, claims: readonly ClaimView[], through: readonly string[]): TargetResult {
  return { ...own, met: true, state: targetState(tally(claims, true)), through, steps: [] };
}

/** Which criteria the guide's entry for a key aspect names; knowledge and strangers among them take no part. */
function coveredCriteria(ref: string, facts: AssessmentFacts, targets: ReadonlyMap<string, Target>): Target[] {
  const refs = Object.hasOwn(facts.keyAspectRefs, ref) ? new Set(facts.keyAspectRefs[ref]) : [];
  return [...refs].flatMap((covered) => targets.get(covered) ?? []).filter(isCriterion);
}

/** The result of everything that evidence can show, in document order. */
export function targetResults(
  facts: AssessmentFacts,
  targets: ReadonlyMap<string, Target>,
  byTarget: ByTarget,
  entitled: Entitlement,
): Map<string, TargetResult> {
  const claimable = [...targets.values()].filter(isClaimable);
  const claimsTo = (ref: string) => byTarget.get(ref) ?? [];
  const results = new Map(claimable.map((target) => [target.ref, result(target, claimsTo(target.ref), facts)]));
  const isMet = (ref: string) => results.get(ref)?.met ?? false;
  for (const [ref, through] of shownThrough(facts, targets, entitled, isMet)) {
    results.set(ref, withThrough(results.get(ref)!, claimsTo(ref), through));
  }
  for (const { ref, type } of claimable) {
    if (type !== 'key_aspect') continue;
    results.set(ref, withCriteria(results.get(ref)!, claimsTo(ref), coveredCriteria(ref, facts, targets), results));
  }
  return results;
}
