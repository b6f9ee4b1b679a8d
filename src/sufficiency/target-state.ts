import { type ClaimState } from './standing.js';

/** What a target looks like at a glance. `insufficient`: evidence was accepted, but it does not count or not suffice. */
export const targetStates = ['met', 'disputed', 'insufficient', 'in_progress', 'more_needed', 'gap'] as const;
export type TargetState = (typeof targetStates)[number];

/** How many live claims to a target stand in each state, and whether the target is met. */
export interface TargetTally extends Readonly<Partial<Record<ClaimState, number>>> {
  readonly met: boolean;
}

/** The state of a target. A dispute shows even where other evidence suffices, because it must be settled (S11). */
export function targetState(tally: TargetTally): TargetState {
  if (tally.disputed) return 'disputed';
  if (tally.met) return 'met';
  if (tally.accepted) return 'insufficient';
  if (tally.unjudged) return 'in_progress';
  return tally.more_needed ? 'more_needed' : 'gap';
}
