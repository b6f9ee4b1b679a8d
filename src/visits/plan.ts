import { groupBy } from '../common/group-by.js';
import { smallestHittingSet } from './hitting-set.js';
import { type Need } from './needs.js';

/** One assessment as a visit sees it. */
export interface Visited {
  readonly assessmentId: string;
  readonly documentId: string;
  /** Refs of what can be witnessed, in document order. */
  readonly order: readonly string[];
  /** Those that nothing waiting would mend. */
  readonly needs: readonly Need[];
}

/** One thing to witness, and for whom: one situation may serve several. */
export interface VisitTarget {
  readonly documentId: string;
  readonly ref: string;
  readonly serves: readonly { readonly assessmentId: string; readonly needs: readonly Need[] }[];
}

export interface VisitPlan {
  /** What serves most candidates first, then in document order. */
  readonly targets: readonly VisitTarget[];
  /** Assessments for which a smaller set may exist, because the search for it was given up. */
  readonly inexact: readonly string[];
}

/**
 * For each assessment the smallest set of targets that serves all its needs. Where several are equally small, one of
 * targets that others need too, and then the first in document order. The same assessments always give the same plan.
 */
export function planVisit(visited: readonly Visited[]): VisitPlan {
  const plans = [...groupBy(visited, ({ documentId }) => documentId)].map(([id, same]) => planDocument(id, same));
  const targets = plans.flatMap((plan) => plan.targets).sort((a, b) => b.serves.length - a.serves.length);
  return { targets, inexact: plans.flatMap((plan) => plan.inexact) };
}

function planDocument(documentId: string, visited: readonly Visited[]): VisitPlan {
  const preferred = preference(visited);
  const rank = new Map(preferred.map((ref, index) => [ref, index]));
  const plans = visited.map(({ assessmentId, needs }) => {
    const { chosen, exact } = smallestHittingSet(needs.map(({ refs }) => refs.flatMap((ref) => rank.get(ref) ?? [])));
    return { assessmentId, needs, exact, refs: new Set(chosen.map((index) => preferred[index]!)) };
  });
  const targets = visited[0]!.order.map((ref) => {
    const serving = plans.filter(({ refs }) => refs.has(ref));
    const serves = serving.map(({ assessmentId, needs }) => {
      return { assessmentId, needs: needs.filter(({ refs }) => refs.includes(ref)) };
    });
    return { documentId, ref, serves };
  });
  const inexact = plans.filter(({ exact }) => !exact).map(({ assessmentId }) => assessmentId);
  return { targets: targets.filter(({ serves }) => serves.length > 0), inexact };
}

/** The targets of one document: what most candidates cannot do without first, then what would serve most. */
function preference(visited: readonly Visited[]): readonly string[] {
  const count = (counts: (need: Need) => boolean): Map<string, number> => {
    const numbers = new Map<string, number>();
    for (const { needs } of visited) {
      const refs = new Set(needs.filter(counts).flatMap((need) => need.refs));
      for (const ref of refs) numbers.set(ref, (numbers.get(ref) ?? 0) + 1);
    }
    return numbers;
  };
  const certain = count(({ refs }) => refs.length === 1);
  const possible = count(() => true);
  const by = (numbers: Map<string, number>, a: string, b: string) => (numbers.get(b) ?? 0) - (numbers.get(a) ?? 0);
  return [...visited[0]!.order].sort((a, b) => by(certain, a, b) || by(possible, a, b));
}
