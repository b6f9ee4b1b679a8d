import { type CellState, type TargetState } from '../types';

/** Shapes that tell the states of a cell apart in black and white. */
export const cellSigns: Record<CellState, string> = {
  counts: '●',
  not_counting: '◎',
  unjudged: '◐',
  more_needed: '△',
  rejected: '✕',
  disputed: '≠',
};

export const targetSigns: Record<TargetState, string> = {
  met: '●',
  insufficient: '◎',
  in_progress: '◐',
  more_needed: '△',
  disputed: '≠',
  gap: '○',
};
