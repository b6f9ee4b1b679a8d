import { targetState, type TargetState, type TargetTally } from './target-state.js';

/** One candidate's line of a cohort grid: a state for each target, in the order of the targets. */
export interface GridRow {
  readonly cells: readonly TargetState[];
  readonly met: number;
  readonly of: number;
}

/** The state of one candidate on one target, from the tally of its live claims; without claims it is a gap. */
export function gridCell(tally: TargetTally | undefined): TargetState {
  return tally ? targetState(tally) : 'gap';
}

/** One line of the cohort grid. `met` counts cells and is no score. */
export function gridRow(refs: readonly string[], tallies: ReadonlyMap<string, TargetTally>): GridRow {
  const cells = refs.map((ref) => gridCell(tallies.get(ref)));
  return { cells, met: cells.filter((state) => state === 'met').length, of: cells.length };
}
