/**
 * Answers worked out before, each with a stamp of all that it depends on: under another stamp it is worked out anew,
 * so nothing here can be out of date, and nothing is lost with the process. The least recently used go first.
 */
export class Kept<T> {
  private readonly entries = new Map<string, { stamp: string; value: T; weight: number }>();
  private weight = 0;

  /** `capacity` is the greatest sum of weights, which are 1 unless `put` says otherwise. */
  constructor(private readonly capacity: number) {}

  get(key: string, stamp: string): T | undefined {
    const entry = this.entries.get(key);
    if (entry?.stamp !== stamp) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  put(key: string, stamp: string, value: T, weight = 1): void {
    this.drop(key);
    this.entries.set(key, { stamp, value, weight });
    this.weight += weight;
    for (const oldest of this.entries.keys()) {
      if (this.weight <= this.capacity) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.weight -= this.entries.get(key)?.weight ?? 0;
    this.entries.delete(key);
  }
}
