import fc from 'fast-check';
import { smallestHittingSet } from './hitting-set.js';

const hits = (sets: readonly (readonly number[])[], chosen: readonly number[]) =>
  sets.every((set) => set.length === 0 || set.some((number) => chosen.includes(number)));

/** Every choice out of so many numbers, fewest first and, of as many, those with the smallest numbers first. */
function choices(numbers: number): number[][] {
  const all = Array.from({ length: 2 ** numbers }, (_, bits) =>
    Array.from({ length: numbers }, (_, number) => number).filter((number) => bits & (2 ** number)),
  );
  const bySmallest = (a: number[], b: number[]) =>
    a.find((one, at) => one !== b[at])! - b.find((one, at) => one !== a[at])!;
  return all.sort((a, b) => a.length - b.length || bySmallest(a, b) || 0);
}
const ordered = choices(8);

describe('the smallest hitting set', () => {
  it.each([
    ['nothing of no sets', [], []],
    ['nothing of an empty set', [[]], []],
    ['the only number of a set', [[3]], [3]],
    [
      'the first of several that would do',
      [
        [2, 1],
        [2, 1, 5],
      ],
      [1],
    ],
    [
      'one number that all sets share',
      [
        [0, 4],
        [1, 4],
        [2, 4],
      ],
      [4],
    ],
    [
      'what each of two elements needs',
      [
        [0, 1, 2],
        [3, 4],
      ],
      [0, 3],
    ],
    ['what is certain rather than what is first', [[0, 1], [1]], [1]],
    [
      'two where greed would take three',
      [
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
        [1, 4],
        [0, 4],
      ],
      [0, 1],
    ],
  ])('is %s', (_, sets, chosen) => {
    expect(smallestHittingSet(sets)).toEqual({ chosen, exact: true });
  });

  it('is what trying every choice finds, and of several the one with the smallest numbers', () => {
    const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 5 }), { maxLength: 10 });
    fc.assert(
      fc.property(sets, (given) => {
        const first = ordered.find((choice) => hits(given, choice));
        expect(smallestHittingSet(given)).toEqual({ chosen: first, exact: true });
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not depend on the order of the sets or of their numbers, nor on repetition', () => {
    const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(sets, (given) => {
        const turned = [...given, ...given].map((set) => [...set].reverse()).reverse();
        expect(smallestHittingSet(turned)).toEqual(smallestHittingSet(given));
      }),
    );
  });

  it('still hits every set, and says that fewer might do, where the search is cut short', () => {
    const wide = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 8 }), {
      minLength: 30,
      maxLength: 60,
    });
    fc.assert(
      fc.property(wide, (given) => {
        const { chosen, exact } = smallestHittingSet(given, 3);
        expect(hits(given, chosen)).toBe(true);
        expect(exact).toBe(false);
        expect(smallestHittingSet(given, 3)).toEqual({ chosen, exact });
      }),
      { numRuns: 50 },
    );
  });

  it('gives up in good time where sets are built to take long', () => {
    let state = 1;
    const next = () => (state = (state * 48_271) % 2_147_483_647) % 120;
    const sets = Array.from({ length: 300 }, () => Array.from({ length: 7 }, next));
    const before = performance.now();
    const { chosen, exact } = smallestHittingSet(sets);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(exact).toBe(false);
    expect(hits(sets, chosen)).toBe(true);
  });
});
