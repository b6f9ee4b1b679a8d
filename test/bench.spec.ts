import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Figure, figure, median, percentile, within } from '../src/bench/figures.js';
import { interleaved, throughput } from '../src/bench/measure.js';

const command = resolve(import.meta.dirname, '../scripts/run.mjs');
const bench = (...args: string[]) => promisify(execFile)(process.execPath, [command, 'bench', ...args]);

describe('the bench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('prints every figure beside its limit, writes the same as JSON and leaves nothing behind', async () => {
    const file = join(folder, 'figures.json');
    const { stdout } = await bench('--quick', '--json', file, '--dir', folder, 'import-1400', 'coverage', 'fsck');
    const { machine, quick, results } = JSON.parse(readFileSync(file, 'utf8'));
    expect(quick).toBe(true);
    expect(machine).toMatchObject({ node: process.version, syncMs: expect.any(Number) });
    expect(results.map(({ benchmark }: { benchmark: string }) => benchmark)).toEqual([
      'coverage',
      'import-1400',
      'fsck',
    ]);
    const figures: Figure[] = results.flatMap((result: { figures: Figure[] }) => result.figures);
    for (const { name, value, unit, limit } of figures) {
      expect(stdout).toContain(name);
      expect(value).toBeGreaterThan(0);
      if (unit !== 'queries') expect(limit?.value).toBeGreaterThan(0);
    }
    const queries = figures.filter(({ unit }) => unit === 'queries');
    expect(queries.map(({ aims }) => aims.map(({ met }) => met))).toEqual(queries.map(() => [true]));
    expect(queries.length).toBe(6);
    expect(readdirSync(folder)).toEqual(['figures.json']);
  });

  test('answers a name that it does not know with its usage', async () => {
    await expect(bench('uploads')).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('upload-1mb') });
  });

  test('takes medians and percentiles', () => {
    expect(median([5, 1, 9])).toBe(5);
    expect(median([4, 1, 9, 5])).toBe(4.5);
    expect(percentile([3, 1, 2, 5, 4], 0.5)).toBe(3);
    expect(percentile([3, 1, 2, 5, 4], 0.95)).toBe(5);
  });

  test('holds a figure against its limit', () => {
    const slow = figure('slow', 'ms', [15, 16, 40], { of: 'bare', rounds: [10, 9, 10] }, within(1.5));
    expect(slow).toMatchObject({ value: 16, limit: { of: 'bare', value: 10 }, aims: [{ met: false }] });
  });

  test('takes turns in every round', async () => {
    const order: string[] = [];
    const turn = (name: string) => (round: number) => Promise.resolve(order.push(`${name}${round}`));
    const values = await interleaved(2, { ours: turn('ours'), bare: turn('bare') });
    expect(order).toEqual(['ours0', 'bare0', 'ours1', 'bare1']);
    expect(values).toEqual({ ours: [1, 3], bare: [2, 4] });
  });

  test('counts what all workers did', async () => {
    const done: string[] = [];
    const rate = await throughput(3, 4, (worker, index) => Promise.resolve(done.push(`${worker} ${index}`)));
    expect(new Set(done).size).toBe(12);
    expect(rate).toBeGreaterThan(0);
  });
});
