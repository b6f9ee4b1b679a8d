import fc from 'fast-check';
import { unserved } from './matching.js';

test.each<[string, string[][], number[]]>([
  ['nothing needed, nothing lacking', [], []],
  ['one serves one', [['a']], []],
  ['one cannot serve two', [['a'], ['a']], [1]],
  [
    'two serve two',
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [],
  ],
  ['the first makes room for the second', [['a', 'b'], ['a']], []],
  ['a chain makes room', [['a', 'b'], ['b', 'c'], ['a']], []],
  ['earlier needs go first', [['a'], ['b'], ['a', 'b']], [2]],
  ['a need that nothing serves goes without', [[], ['a']], [0]],
])('%s', (_, needs, expected) => {
  expect(unserved(needs)).toEqual(expected);
});

/** The most needs that can be served, by trying everything. */
function most(needs: readonly (readonly number[])[], taken: readonly number[] = []): number {
  const [first, ...rest] = needs;
  if (!first) return 0;
  const served = first.filter((server) => !taken.includes(server)).map((server) => 1 + most(rest, [...taken, server]));
  return Math.max(most(rest, taken), ...served);
}

test('as many are served as can be', () => {
  const needs = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 })), { maxLength: 5 });
  fc.assert(fc.property(needs, (given) => given.length - unserved(given).length === most(given)));
});
