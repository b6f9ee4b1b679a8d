import { gridCell, gridRow } from './grid.js';
import { type TargetState, type TargetTally } from './target-state.js';

describe('the cohort grid', () => {
  test.each<[TargetTally | undefined, TargetState]>([
    [undefined, 'gap'],
    [{ met: false }, 'gap'],
    [{ met: false, rejected: 3 }, 'gap'],
    [{ met: false, more_needed: 1, rejected: 1 }, 'more_needed'],
    [{ met: false, unjudged: 1, more_needed: 1 }, 'in_progress'],
    [{ met: false, accepted: 1, unjudged: 1 }, 'insufficient'],
    [{ met: true, accepted: 1, unjudged: 1 }, 'met'],
    [{ met: true, accepted: 1, disputed: 1 }, 'disputed'],
  ])('%j shows %s', (tally, expected) => {
    expect(gridCell(tally)).toBe(expected);
  });

  test('a row keeps the order of the targets and counts what is met', () => {
    const tallies = new Map<string, TargetTally>([
      ['1.2', { met: true, accepted: 2 }],
      ['9.9', { met: true, accepted: 1 }],
    ]);
    expect(gridRow(['1.1', '1.2'], tallies)).toEqual({ cells: ['gap', 'met'], met: 1, of: 2 });
  });
});
