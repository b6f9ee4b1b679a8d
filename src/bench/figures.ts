/** What a figure is held against in the same run. */
export interface Limit {
  /** What was measured: a bare server, the bare work without the rest, … */
  of: string;
  value: number;
}

/** What issue 2 asks of a figure. `met` is null where the figure to compare with was not measured. */
export interface Aim {
  text: string;
  met: boolean | null;
}

/** One measured figure: a median over rounds, beside its limit. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The value of each round, in the order they were taken. */
  rounds: number[];
  limit: Limit | null;
  aims: Aim[];
}

/** The median, or the mean of the two in the middle. NaN for nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The smallest value that a share of all values does not exceed (nearest rank). NaN for nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** A figure from the values of its rounds and those of its limit. */
export function figure(
  name: string,
  unit: string,
  rounds: number[],
  limit?: { of: string; rounds: number[] },
  aims: (value: number, limit: number) => Aim[] = () => [],
): Figure {
  const value = median(rounds);
  const bare = limit ? median(limit.rounds) : NaN;
  return { name, unit, value, rounds, limit: limit ? { of: limit.of, value: bare } : null, aims: aims(value, bare) };
}

/** At most so much, in the figure's own unit. */
export const atMost = (most: number, unit: string) => (value: number) => [
  { text: `≤ ${most} ${unit}`, met: value <= most },
];

/** At most so many times the limit. */
export const within = (times: number) => (value: number, limit: number) => [
  { text: `≤ ${times} × limit`, met: value <= times * limit },
];

/** At least that share of the limit. */
export const atLeast = (share: number) => (value: number, limit: number) => [
  { text: `≥ ${share} × limit`, met: value >= share * limit },
];
