import BetterSqlite3 from 'better-sqlite3';
import { Assessment } from '../assessments/assessment.entity.js';
import { type Benchmark, type Setting } from './benchmark.js';
import { makeClient } from './client.js';
import { type Aim, atMost, type Figure, figure, median } from './figures.js';
import { besideBare, type Inside, inside, newInstallation } from './installation.js';
import { assessmentsWith } from './made/assessment.js';
import { qualify } from './made/people.js';
import { criteriaRefs, documentWith } from './made/unit.js';
import { interleaved, p50 } from './measure.js';
import { queryCounter } from './query-count.js';

type Kind = 'changed' | 'again';
type Queries = Record<Kind, number>;

const kinds: Record<Kind, string> = { changed: 'after a change', again: 'asked again' };

interface Matrix {
  targets: number;
  items: number;
  claimsPerItem: number;
}

/** One candidate's coverage of 24 targets; its time and its queries must hardly depend on the items. */
export const coverageOf24: Benchmark = {
  name: 'coverage',
  run: (setting) =>
    run(
      setting,
      [3, 60, 500].map((items) => ({ targets: 24, items, claimsPerItem: 1 })),
    ),
};

/** A matrix as large as they come: every item is claimed for six targets. */
export const matrix: Benchmark = {
  name: 'matrix-60x300',
  run: (setting) => run(setting, [{ targets: 60, items: 300, claimsPerItem: 6 }]),
};

async function run({ folder, effort }: Setting, matrices: Matrix[]): Promise<Figure[]> {
  const installation = newInstallation(folder);
  const { made, queries } = await inside(installation, (world) => fill(world, matrices));
  const rows = new BetterSqlite3(installation.database);
  const change = rows.prepare<[string]>('UPDATE assessments SET revision = revision + 1 WHERE id = ?');
  const measured = await besideBare(installation, async (ours, theirs) => {
    const bare = makeClient(theirs.url);
    const parts: Record<string, () => Promise<number>> = {};
    for (const [index, { id, token }] of made.entries()) {
      const mine = makeClient(ours.url, token);
      const ask = () => mine.get(`/api/assessments/${id}/coverage`);
      const changed = async (times: number) => {
        const taken: number[] = [];
        for (let i = 0; i < times; i += 1) {
          change.run(id);
          taken.push(await p50(1, ask));
        }
        return median(taken);
      };
      await p50(effort.times(50), ask);
      await changed(effort.times(50));
      parts[`changed ${index}`] = () => changed(effort.times(60));
      parts[`again ${index}`] = () => p50(effort.times(60), ask);
      parts[`bare ${index}`] = () => p50(effort.times(60), () => bare.get(`/coverage?id=${id}`));
    }
    return interleaved(effort.rounds, parts);
  });
  rows.close();
  return [
    ...matrices.flatMap((matrix, index) => figuresOf(matrix, index, measured, matrices.length === 1)),
    ...queriesOf(matrices, queries),
    ...(matrices.length > 1 ? [growth('changed', measured, matrices), growth('again', measured, matrices)] : []),
  ];
}

async function fill(world: Inside, matrices: Matrix[]) {
  const { db, bodyId, people } = world;
  const [lead] = await people(['assessor'], 1);
  await qualify(db, bodyId, lead!.id);
  const made: { id: string; token: string }[] = [];
  for (const { targets, ...shape } of matrices) {
    const documentId = await documentWith(db, { criteria: targets });
    const [candidate] = await people(['candidate'], 1);
    const refs = criteriaRefs(targets);
    const whole = { bodyId, documentId, candidateId: candidate!.id, leadId: lead!.id, refs, ...shape };
    const [assessment] = await assessmentsWith(db, [whole]);
    made.push({ id: assessment!.id, token: lead!.token });
  }
  const counter = await queryCounter(world, lead!.token);
  const queries: Queries[] = [];
  for (const { id } of made) {
    const ask = () => counter.count(`/api/assessments/${id}/coverage`);
    await ask(); // reads the document, which is kept
    // Twice, as a timer of the application may ask something in between.
    const twice: Queries[] = [];
    while (twice.length < 2) {
      await db.write((tx) => tx.increment(Assessment, { id }, 'revision', 1));
      twice.push({ changed: await ask(), again: await ask() });
    }
    const least = (kind: keyof Queries): number => Math.min(...twice.map((one) => one[kind]));
    queries.push({ changed: least('changed'), again: least('again') });
  }
  counter.stop();
  return { made, queries };
}

function figuresOf({ targets, items }: Matrix, index: number, measured: Record<string, number[]>, alone: boolean) {
  const limit = { of: 'bare rows', rounds: measured[`bare ${index}`]! };
  const name = `coverage ${targets} × ${items}`;
  const aims = alone ? undefined : atMost(5, 'ms');
  return (['changed', 'again'] as const).map((kind) =>
    figure(`${name}, ${kinds[kind]}, p50`, 'ms', measured[`${kind} ${index}`]!, limit, aims),
  );
}

/** How much longer the largest takes than the smallest. */
function growth(kind: Kind, measured: Record<string, number[]>, matrices: Matrix[]): Figure {
  const last = matrices.length - 1;
  const ratios = measured[`${kind} ${last}`]!.map((value, round) => value / measured[`${kind} 0`]![round]!);
  const bare = measured[`bare ${last}`]!.map((value, round) => value / measured[`bare 0`]![round]!);
  const name = `coverage ${matrices[last]!.items} items ÷ ${matrices[0]!.items}, ${kinds[kind]}`;
  return figure(name, '×', ratios, { of: 'bare rows', rounds: bare }, (value) => [
    { text: '≤ 1.2 ×', met: value <= 1.2 },
  ]);
}

/** The number of queries may depend on nothing but the question. */
function queriesOf(matrices: Matrix[], queries: Queries[]): Figure[] {
  return (['changed', 'again'] as const).flatMap((kind) =>
    matrices.map(({ targets, items }, index) => {
      const count = queries[index]![kind];
      const aim: Aim = { text: 'the same for all', met: count === queries[0]![kind] };
      return figure(`coverage ${targets} × ${items}, ${kinds[kind]}`, 'queries', [count], undefined, () => [aim]);
    }),
  );
}
