import { type FieldError } from '../common/errors.js';
import { type SeenTarget } from './side-by-side.js';
import { type ConcludedTarget } from './sitting.entity.js';

/**
 * Why a conclusion does not follow from what was seen. It may go against all observers, with a reason, except that it
 * cannot hold for shown what none of them saw shown: nothing would be evidence of it.
 */
export function conclusionFaults(
  concluded: readonly Pick<ConcludedTarget, 'ref' | 'outcome' | 'reason'>[],
  seen: readonly SeenTarget[],
): FieldError[] {
  const targets = new Map(seen.map((target) => [target.ref, target]));
  const refs = concluded.map(({ ref }) => ref);
  const faults = concluded.flatMap(({ ref, outcome, reason }, index): FieldError[] => {
    const field = (name: string) => `outcomes.${index}.${name}`;
    const target = targets.get(ref);
    if (!target) return [{ field: field('ref'), rule: 'isObserved' }];
    if (refs.indexOf(ref) < index) return [{ field: field('ref'), rule: 'isUnique' }];
    const agrees = target.outcomes.some((one) => one.outcome === outcome);
    if (outcome === 'shown' && !agrees) return [{ field: field('outcome'), rule: 'isSeenShown' }];
    return (target.differs || !agrees) && !reason ? [{ field: field('reason'), rule: 'answersDifference' }] : [];
  });
  const left = seen.some(({ ref }) => !refs.includes(ref));
  return left ? [...faults, { field: 'outcomes', rule: 'concludesAll' }] : faults;
}
