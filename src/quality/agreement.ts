/** What two people said of the same thing. */
export type Pair<Category extends string> = readonly [first: Category, second: Category];

export interface Kappa {
  readonly value: number;
  readonly standardError: number;
  /** 95 %, within -1 and 1. */
  readonly interval: readonly [lower: number, upper: number];
}

export interface Agreement {
  readonly n: number;
  /** Counts: a row for each answer of the first, a column for each of the second, in the order of the categories. */
  readonly table: readonly (readonly number[])[];
  /** The share of pairs that say the same; null without pairs. */
  readonly observed: number | null;
  readonly kappa: Kappa | null;
  /** Why there is no kappa. */
  readonly undefinedBecause: 'too_few_pairs' | 'no_variation' | null;
}

const z95 = 1.959963984540054;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Counts pairs into a table. */
export function tableOf<Category extends string>(
  pairs: readonly Pair<Category>[],
  categories: readonly Category[],
): number[][] {
  const table = categories.map(() => categories.map(() => 0));
  for (const [first, second] of pairs) table[categories.indexOf(first)]![categories.indexOf(second)]! += 1;
  return table;
}

/**
 * How far two people agree: the observed share, and Cohen's kappa, which allows for chance (Cohen, Educational and
 * Psychological Measurement 20, 1960), with the standard error for a kappa that is not zero (Fleiss, Cohen & Everitt,
 * Psychological Bulletin 72, 1969).
 */
export function agreementOf(table: readonly (readonly number[])[]): Agreement {
  const n = sum(table.map(sum));
  const undecided = { n, table, kappa: null };
  if (n === 0) return { ...undecided, observed: null, undefinedBecause: 'too_few_pairs' };
  const share = table.map((row) => row.map((count) => count / n));
  const rows = share.map(sum);
  const columns = share.map((_, j) => sum(share.map((row) => row[j]!)));
  const observed = sum(table.map((row, i) => row[i]!)) / n;
  if (n < 2) return { ...undecided, observed, undefinedBecause: 'too_few_pairs' };
  // Everything in one and the same cell of the diagonal: then chance alone explains it all.
  if (table.some((row, i) => row[i] === n)) return { ...undecided, observed, undefinedBecause: 'no_variation' };
  const chance = sum(rows.map((row, i) => row * columns[i]!));
  const value = (observed - chance) / (1 - chance);
  const onDiagonal = sum(
    share.map((row, i) => row[i]! * (1 - chance - (rows[i]! + columns[i]!) * (1 - observed)) ** 2),
  );
  const offDiagonal = sum(
    share.flatMap((row, i) => row.map((cell, j) => (i === j ? 0 : cell * (columns[i]! + rows[j]!) ** 2))),
  );
  const correction = (observed * chance - 2 * chance + observed) ** 2;
  const variance = (onDiagonal + (1 - observed) ** 2 * offDiagonal - correction) / (n * (1 - chance) ** 4);
  // Full agreement has none; rounding may leave a little less.
  const standardError = Math.sqrt(Math.max(0, variance));
  const interval = [Math.max(-1, value - z95 * standardError), Math.min(1, value + z95 * standardError)] as const;
  return { n, table, observed, kappa: { value, standardError, interval }, undefinedBecause: null };
}
