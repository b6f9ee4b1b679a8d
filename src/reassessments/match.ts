import { diffChars } from 'diff';

/** One line of a document, as far as it is matched. */
export interface Line {
  readonly ref: string;
  readonly code: string;
  readonly type: string;
  readonly text: string;
}

/** A piece of a text as it reads now and read before. */
export interface TextChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What has become of a line in a later version. `to` is null where it is gone; `changes` is empty unless it changed. */
export interface Match {
  readonly from: Line;
  readonly to: Line | null;
  readonly kind: 'same' | 'changed' | 'removed';
  readonly changes: readonly TextChange[];
}

/** Below this likeness (0 to 1) two texts are two different things. */
const leastLikeness = 0.5;

/**
 * What the lines of an old version have become in a new one. A line is the same when its text is, whatever its number;
 * otherwise it has become the most alike of its type that nothing else has become, or it is gone. A proposal, in the
 * old document's order: it moves nothing (rule V1).
 */
export function matchVersions(before: readonly Line[], after: readonly Line[]): { matches: Match[]; added: Line[] } {
  const free = new Set(after);
  const found = new Map<Line, Line>();
  const take = (from: Line, to: Line): void => {
    found.set(from, to);
    free.delete(to);
  };
  // First those that kept their number, so that a text printed twice goes to its own place.
  for (const keepsRef of [true, false]) {
    for (const from of before) {
      if (found.has(from)) continue;
      const to = [...free].find((line) => isSame(from, line) && (!keepsRef || line.ref === from.ref));
      if (to) take(from, to);
    }
  }
  for (const { from, to } of likePairs(
    before.filter((line) => !found.has(line)),
    [...free],
  )) {
    if (!found.has(from) && free.has(to)) take(from, to);
  }
  return {
    matches: before.map((from) => matchOf(from, found.get(from) ?? null)),
    added: after.filter((line) => free.has(line)),
  };
}

function matchOf(from: Line, to: Line | null): Match {
  if (!to) return { from, to, kind: 'removed', changes: [] };
  if (isSame(from, to)) return { from, to, kind: 'same', changes: [] };
  const changes = diffChars(from.text, to.text).map(({ value, added, removed }) => {
    return { kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const), text: value };
  });
  return { from, to, kind: 'changed', changes };
}

/** Spaces and line ends come from the page, not from the author. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const isSame = (one: Line, other: Line): boolean => one.type === other.type && plain(one.text) === plain(other.text);

/** Pairs of one type that are alike enough, the most alike first; of equals those with one number, then by place. */
function likePairs(before: readonly Line[], after: readonly Line[]): { from: Line; to: Line }[] {
  const pieces = new Map([...before, ...after].map((line) => [line, bigrams(plain(line.text))]));
  return before
    .flatMap((from) => after.filter(({ type }) => type === from.type).map((to) => ({ from, to })))
    .map((pair) => ({ ...pair, likeness: likeness(pieces.get(pair.from)!, pieces.get(pair.to)!) }))
    .filter((pair) => pair.likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness || Number(b.from.code === b.to.code) - Number(a.from.code === a.to.code));
}

function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const pair = character + (characters[index + 1] ?? '');
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Sørensen–Dice coefficient over pairs of characters: twice what two texts share, by what they have together. */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const size = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);
  const shared = [...one].reduce((sum, [pair, count]) => sum + Math.min(count, other.get(pair) ?? 0), 0);
  return (2 * shared) / Math.max(1, size(one) + size(other));
}
