/** Whole days from one instant to a later one. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000));

/** The middle of the values; of an even number the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const starts = [0, 8, 15, 31, 61, 91];

/** How many values fall into each span of days; the last has no end. */
export function spread(values: readonly number[]): { from: number; to: number | null; count: number }[] {
  return starts.map((from, i) => {
    const next = starts[i + 1];
    const count = values.filter((value) => value >= from && (next === undefined || value < next)).length;
    return { from, to: next === undefined ? null : next - 1, count };
  });
}
