import { isCriterion } from '../competencies/claimable.js';
import { buildView } from './build-view.js';
import { type AssessmentFacts, type Target } from './facts.js';
import { targetStates, type TargetState } from './target-state.js';

/** One candidate's line of a cohort grid: the state of each target of `gridTargets`, and how many are in each state. */
export interface GridLine {
  readonly cells: TargetState[];
  readonly counts: Readonly<Record<TargetState, number>>;
}

/** What a verdict depends on: criteria (in a standard: indicators) and key aspects, in document order. */
export function gridTargets({ items }: AssessmentFacts['document']): Target[] {
  return items.filter((target) => isCriterion(target) || target.type === 'key_aspect');
}

/** The same states that `coverage` shows, by the same rules. Counts are no score. */
export function gridLine(facts: AssessmentFacts): GridLine {
  const { results } = buildView(facts);
  const cells = gridTargets(facts.document).map(({ ref }) => results.get(ref)!.state);
  const counts = Object.fromEntries(targetStates.map((state) => [state, 0])) as Record<TargetState, number>;
  for (const state of cells) counts[state] += 1;
  return { cells, counts };
}
