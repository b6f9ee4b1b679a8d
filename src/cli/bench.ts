import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { type Benchmark } from '../bench/benchmark.js';
import { type Figure } from '../bench/figures.js';
import { benchmarks } from '../bench/list.js';
import { describeMachine } from '../bench/machine.js';
import { fullEffort, quickEffort } from '../bench/measure.js';
import { killAll } from '../bench/processes.js';
import { machineLines, table } from '../bench/table.js';

const usage = `用法 Usage: bench [--quick] [--rounds N] [--json FILE] [--dir FOLDER] [NAME…]
  量測各項工作的時間，旁邊列出同一次執行所量到的極限。--quick 只試跑；--dir 為暫存檔所在的磁碟。
  Measures each job beside its limit in the same run. --quick only tries; --dir is on the disk to be measured.
  NAME: ${benchmarks.map(({ name }) => name).join(' ')}
`;

/** The command `bench`. Gives 0 when everything was measured, whether aims are met or not; 2 for wrong usage. */
export async function main(argv: string[]): Promise<number> {
  const wanted = readArguments(argv);
  if (!wanted) {
    process.stderr.write(usage);
    return 2;
  }
  const folder = await mkdtemp(join(wanted.directory, 'touchstone-bench-'));
  const interrupted = (): void => {
    killAll();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const machine = await describeMachine(folder);
    process.stdout.write(machineLines(machine));
    const effort = wanted.quick ? quickEffort : fullEffort(wanted.rounds);
    const results: { benchmark: string; figures: Figure[] }[] = [];
    for (const benchmark of wanted.chosen) {
      const own = join(folder, benchmark.name);
      await mkdir(own);
      const figures = await benchmark.run({ folder: own, effort });
      await rm(own, { recursive: true });
      process.stdout.write(`\n${benchmark.name}\n${table(figures)}`);
      results.push({ benchmark: benchmark.name, figures });
    }
    const report = { machine, quick: wanted.quick, rounds: effort.rounds, results };
    if (wanted.json) await writeFile(wanted.json, `${JSON.stringify(report, null, 2)}\n`);
    return 0;
  } finally {
    killAll();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Wanted {
  chosen: readonly Benchmark[];
  quick: boolean;
  rounds: number;
  json: string | null;
  directory: string;
}

function readArguments(argv: string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        rounds: { type: 'string', default: '3' },
        json: { type: 'string' },
        dir: { type: 'string', default: tmpdir() },
      },
    });
    const rounds = Number(values.rounds);
    const known = new Map(benchmarks.map((benchmark) => [benchmark.name, benchmark]));
    if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100) return null;
    if (positionals.some((name) => !known.has(name))) return null;
    const chosen = benchmarks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
    const json = values.json ? resolve(values.json) : null;
    return { chosen, quick: values.quick, rounds, json, directory: resolve(values.dir) };
  } catch {
    return null;
  }
}
