import { type Coverage } from '../types';
import { nextWaiting, sequenceOf } from './sequence';

const item = (id: string, state = 'ready') => ({ id, state });
const cell = (of: string, target: string, ...states: string[]) => ({
  ...{ item: of, target, state: states[0] },
  claims: states.map((state, index) => ({ id: `${of} ${target} ${index}`, state })),
});
const coverage = {
  targets: [{ ref: '1.1' }, { ref: '1.2' }],
  items: [item('a'), item('b', 'withdrawn'), item('c')],
  cells: [
    cell('c', '1.1', 'unjudged'),
    cell('a', '1.2', 'counts'),
    cell('a', '1.1', 'unjudged', 'counts'),
    cell('b', '1.1', 'unjudged'),
    cell('a', 'gone', 'unjudged'),
  ],
} as unknown as Coverage;

describe('the order in which claims are judged', () => {
  const steps = sequenceOf(coverage);

  it('goes item by item, and within it as the document goes', () => {
    expect(steps.map(({ claim }) => claim.id)).toEqual(['a 1.1 0', 'a 1.1 1', 'a 1.2 0', 'b 1.1 0', 'c 1.1 0']);
  });

  it('finds the next that waits behind this place, then from the beginning, and none of a withdrawn item', () => {
    expect(nextWaiting(steps, 0)?.claim.id).toBe('c 1.1 0');
    expect(nextWaiting(steps, 4)?.claim.id).toBe('a 1.1 0');
    expect(nextWaiting(steps.slice(1, 4), 0)).toBeUndefined();
  });
});
