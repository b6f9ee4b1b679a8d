import { type Observation, type ObservedTarget } from './observation.entity.js';
import { type ConcludedTarget } from './sitting.entity.js';

type Seen = Pick<Observation, 'id' | 'outcomes'>;

/** One target as each observer who wrote it down saw it. Who did not write it down says nothing of it. */
export interface SeenTarget {
  ref: string;
  outcomes: { observationId: string; outcome: ObservedTarget['outcome']; note: string | null }[];
  differs: boolean;
}

/** What several observers saw, target by target, in the order in which their records name them. */
export function sideBySide(records: readonly Seen[]): SeenTarget[] {
  const targets = new Map<string, SeenTarget>();
  for (const { id, outcomes } of records) {
    for (const { ref, outcome, note } of outcomes) {
      const target = targets.get(ref) ?? { ref, outcomes: [], differs: false };
      target.differs ||= target.outcomes.some((other) => other.outcome !== outcome);
      target.outcomes.push({ observationId: id, outcome, note: note ?? null });
      targets.set(ref, target);
    }
  }
  return [...targets.values()];
}

export function shownRefs({ outcomes }: { outcomes: readonly Pick<ConcludedTarget, 'ref' | 'outcome'>[] }): string[] {
  return outcomes.filter(({ outcome }) => outcome === 'shown').map(({ ref }) => ref);
}
