import { type Tone } from '../ui/notice';
import { type CellState, type TargetState } from './types';

/** How a state of a target is shown; gaps and disputes stand out. */
export const targetTones: Record<TargetState, Tone | undefined> = {
  met: 'met',
  disputed: 'gap',
  insufficient: 'wait',
  in_progress: 'wait',
  more_needed: 'gap',
  gap: undefined,
};

export const claimTones: Record<CellState | 'accepted', Tone | undefined> = {
  accepted: 'met',
  counts: 'met',
  not_counting: 'wait',
  unjudged: 'wait',
  rejected: 'gap',
  more_needed: 'gap',
  disputed: 'gap',
};
