/** Some of each set, as few as can be. */
export interface HittingSet {
  /** Ascending. */
  readonly chosen: readonly number[];
  /** False where the search for fewer was given up: then each set is still hit, but perhaps fewer would do. */
  readonly exact: boolean;
}

type Sets = readonly (readonly number[])[];
interface Work {
  left: number;
}

/** Far more than real needs take; what would take longer is built to. */
const mostSteps = 20_000;

/**
 * The fewest numbers such that each set has one of them; of several such choices the one with the smallest numbers,
 * so that the same sets always give the same. Searches with branch and bound, and beyond `steps` takes the greedy
 * choice. A set with nothing in it asks for nothing.
 */
export function smallestHittingSet(sets: Sets, steps = mostSteps): HittingSet {
  const work: Work = { left: steps };
  const needed = withoutRedundant(sets);
  const greedy = greedyChoice(needed);
  let open = needed;
  let size = fewest(open, greedy.length, work);
  const chosen: number[] = [];
  for (const number of [...new Set(needed.flat())].sort((a, b) => a - b)) {
    if (size === 0 || work.left < 0) break;
    const rest = without(open, number);
    if (rest.length === open.length || fewest(rest, size, work) >= size) continue;
    chosen.push(number);
    open = rest;
    size -= 1;
  }
  return work.left < 0 ? { chosen: greedy, exact: false } : { chosen, exact: true };
}

/** How many numbers it takes to hit all sets, as long as that is fewer than `limit`; else `limit`. */
function fewest(sets: Sets, limit: number, work: Work): number {
  if (sets.length === 0) return 0;
  work.left -= 1;
  if (work.left < 0 || apart(sets) >= limit) return limit;
  const narrowest = sets.reduce((best, set) => (set.length < best.length ? set : best));
  let best = limit;
  for (const number of narrowest) best = Math.min(best, 1 + fewest(without(sets, number), best - 1, work));
  return best;
}

/** A bound from below: sets that have nothing in common need a number each. */
function apart(sets: Sets): number {
  const used = new Set<number>();
  let count = 0;
  for (const set of sets) {
    if (set.some((number) => used.has(number))) continue;
    for (const number of set) used.add(number);
    count += 1;
  }
  return count;
}

const without = (sets: Sets, number: number): Sets => sets.filter((set) => !set.includes(number));

/** Whoever hits a set hits all that contain it. Narrow sets come first. */
function withoutRedundant(sets: Sets): Sets {
  const kept: ReadonlySet<number>[] = [];
  const narrowFirst = sets.map((set) => new Set(set)).sort((a, b) => a.size - b.size);
  for (const set of narrowFirst) {
    if (set.size > 0 && !kept.some((other) => [...other].every((number) => set.has(number)))) kept.push(set);
  }
  return kept.map((set) => [...set]);
}

/** Always the number that hits most of what is left, the smallest of several. */
function greedyChoice(sets: Sets): number[] {
  const chosen: number[] = [];
  let open = sets;
  while (open.length > 0) {
    const hits = new Map<number, number>();
    for (const number of open.flat()) hits.set(number, (hits.get(number) ?? 0) + 1);
    const [best] = [...hits].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
    chosen.push(best);
    open = without(open, best);
  }
  return chosen.sort((a, b) => a - b);
}
