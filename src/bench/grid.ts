import BetterSqlite3 from 'better-sqlite3';
import { type Benchmark } from './benchmark.js';
import { makeClient } from './client.js';
import { atMost, figure, median } from './figures.js';
import { besideBare, type Inside, inside, newInstallation } from './installation.js';
import { assessmentsWith } from './made/assessment.js';
import { qualify, usersNamed } from './made/people.js';
import { documentWith } from './made/unit.js';
import { interleaved, p50 } from './measure.js';
import { queryCounter } from './query-count.js';

const targets = 24;

/** A cohort grid in one answer: all of it worked out anew, one candidate changed since, nothing changed since. */
function grid(full: number, most: number): Benchmark {
  return {
    name: `grid-${full}x${targets}`,
    async run({ folder, effort }) {
      const candidates = effort.size(full, Math.min(full, 20));
      const installation = newInstallation(folder);
      const cohort = await inside(installation, (world) => fill(world, candidates));
      const rows = new BetterSqlite3(installation.database);
      const anew = rows.prepare('UPDATE assessments SET revision = revision + 1');
      const one = rows.prepare<[string]>('UPDATE assessments SET revision = revision + 1 WHERE id = ?');
      const measured = await besideBare(installation, async (ours, theirs) => {
        const mine = makeClient(ours.url, cohort.token);
        const bare = makeClient(theirs.url);
        const ask = () => mine.get(cohort.path);
        const after = (change: (index: number) => unknown, times: number) => async () => {
          const taken: number[] = [];
          for (let index = 0; index < times; index += 1) {
            change(index);
            taken.push(await p50(1, ask));
          }
          return median(taken);
        };
        await p50(effort.times(20), ask);
        return interleaved(effort.rounds, {
          anew: after(() => anew.run(), effort.times(5)),
          one: after((index) => one.run(cohort.ids[index % cohort.ids.length]!), effort.times(20)),
          again: () => p50(effort.times(20), ask),
          bare: () => p50(effort.times(20), () => bare.get(`/grid?document=${cohort.documentId}`)),
        });
      });
      rows.close();
      const limit = { of: 'bare rows', rounds: measured.bare };
      const name = `grid ${candidates} × ${targets}`;
      return [
        figure(`${name}, all worked out anew`, 'ms', measured.anew, limit),
        figure(`${name}, one candidate changed, p50`, 'ms', measured.one, limit, atMost(most, 'ms')),
        figure(`${name}, asked again, p50`, 'ms', measured.again, limit, atMost(most, 'ms')),
        figure(`${name}, all worked out anew`, 'queries', [cohort.queries]),
      ];
    },
  };
}

export const grid200 = grid(200, 12);
export const grid2000 = grid(2000, 100);

async function fill(world: Inside, count: number) {
  const { db, bodyId, people } = world;
  const [officer] = await people(['officer'], 1);
  const [lead] = await people(['assessor'], 1);
  await qualify(db, bodyId, lead!.id);
  const documentId = await documentWith(db, { criteria: targets });
  const names = Array.from({ length: count }, (_, index) => `受評者${index + 1}`);
  const candidateIds = await usersNamed(db, names);
  const shapes = candidateIds.map((candidateId, index) => ({
    ...{ bodyId, documentId, candidateId, leadId: lead!.id },
    // Candidates are at different points of their way.
    ...{ items: 1 + (index % 6), claimsPerItem: 4 },
  }));
  const made = await assessmentsWith(db, shapes);
  const path = `/api/training-bodies/${bodyId}/grid?documentId=${documentId}&limit=${Math.max(count, 1)}`;
  const counter = await queryCounter(world, officer!.token);
  const queries = await counter.count(path);
  counter.stop();
  return { ids: made.map(({ id }) => id), documentId, path, token: officer!.token, queries };
}
