import { percentile } from './figures.js';

/** How much is done; less when only trying out. */
export interface Effort {
  rounds: number;
  /** How often a request is made in a round; `quick` asks for a few only. */
  times(full: number): number;
  /** A size: rows, files or bytes. */
  size(full: number, quick: number): number;
}

export const fullEffort = (rounds: number): Effort => ({ rounds, times: (full) => full, size: (full) => full });

export const quickEffort: Effort = {
  rounds: 1,
  times: (full) => Math.min(full, 4),
  size: (_, quick) => quick,
};

/** No series goes on for longer than this, however slow the machine. */
const mostMs = 120_000;

/** Milliseconds that each of `times` runs took, one after the other; at least one, however long it takes. */
export async function series(times: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  const end = performance.now() + mostMs;
  for (let index = 0; index < times && (index === 0 || performance.now() < end); index += 1) {
    taken.push(await timed(() => work(index)));
  }
  return taken;
}

/** Milliseconds that one run takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The median of a series. */
export async function p50(times: number, work: (index: number) => Promise<unknown>): Promise<number> {
  return percentile(await series(times, work), 0.5);
}

/** Runs `times` pieces of work a worker, all workers at once, and gives how many were done a second. */
export async function throughput(
  workers: number,
  times: number,
  work: (worker: number, index: number) => Promise<unknown>,
): Promise<number> {
  let done = 0;
  const worker = (_: unknown, index: number) =>
    series(times, async (time) => {
      await work(index, time);
      done += 1;
    });
  const taken = await timed(() => Promise.all(Array.from({ length: workers }, worker)));
  return (done * 1000) / taken;
}

/**
 * Rounds of several things, one after the other in each round, so that whatever else the machine does falls on all of
 * them alike. Gives the values of each by name, in the order of the rounds.
 */
export async function interleaved<K extends string>(
  rounds: number,
  parts: Record<K, (round: number) => Promise<number>>,
): Promise<Record<K, number[]>> {
  const names = Object.keys(parts) as K[];
  const values = Object.fromEntries(names.map((name): [K, number[]] => [name, []])) as Record<K, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) values[name].push(await parts[name](round));
  }
  return values;
}
