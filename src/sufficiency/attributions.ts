import { isCriterion } from '../competencies/claimable.js';
import { type Entitlement } from './entitlement.js';
import { type AssessmentFacts, type Target } from './facts.js';

/** What S4 asks to be shown: the knowledge and skill items. */
export const isKnowledgeOrSkill = ({ type }: { type: string }) => type === 'knowledge' || type === 'skill';

/**
 * The refs of the met criteria through which an entitled assessor found a knowledge or skill item demonstrated, by its
 * ref. What was said of a criterion that is no longer met says nothing.
 * Source: domain.md S4.
 */
export function shownThrough(
  { attributions, at }: AssessmentFacts,
  targets: ReadonlyMap<string, Target>,
  entitled: Entitlement,
  isMet: (ref: string) => boolean,
): Map<string, string[]> {
  const through = new Map<string, Set<string>>();
  for (const { targetRef, throughRef, by, at: saidAt } of attributions) {
    const [target, criterion] = [targets.get(targetRef), targets.get(throughRef)];
    if (!target || !isKnowledgeOrSkill(target) || !criterion || !isCriterion(criterion)) continue;
    if (saidAt > at || entitled(by, saidAt) !== null || !isMet(throughRef)) continue;
    through.set(targetRef, (through.get(targetRef) ?? new Set()).add(throughRef));
  }
  return new Map([...through].map(([ref, criteria]) => [ref, [...criteria].sort()]));
}
