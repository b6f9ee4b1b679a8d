import { newId } from '../common/ids.js';
import { type Benchmark } from './benchmark.js';
import { type Body, type Client, makeClient } from './client.js';
import { atLeast, type Figure, figure, percentile, within } from './figures.js';
import { besideBare, inside, newInstallation } from './installation.js';
import { enrolCandidates } from './made/enrolled.js';
import { type Effort, interleaved, series, throughput } from './measure.js';
import { form, newBytes } from './multipart.js';

const size = 1024 * 1024;
const bare = 'bare server';

/** A 1 MB evidence upload: one after the other, and by 8 clients at once, each for a candidate of their own. */
export const upload1mb: Benchmark = {
  name: 'upload-1mb',
  async run({ folder, effort }) {
    const installation = newInstallation(folder);
    const candidates = await inside(installation, (world) => enrolCandidates(world, 8));
    return besideBare(installation, async (ours, theirs) => {
      const mine = candidates.map(({ token, assessmentId }): Target => {
        return { client: makeClient(ours.url, token), path: `/api/assessments/${assessmentId}/evidence` };
      });
      const others = candidates.map((): Target => ({ client: makeClient(theirs.url), path: '/upload' }));
      try {
        await warmUp([...mine, ...others], effort.times(10));
        return await measure(mine, others, effort);
      } finally {
        for (const { client } of [...mine, ...others]) client.close();
      }
    });
  },
};

interface Target {
  client: Client;
  path: string;
}

async function measure(mine: Target[], others: Target[], effort: Effort) {
  const tails: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  const oneByOne = (targets: Target[], tail: number[]) => async () => {
    const bodies = newBodies(effort.times(20));
    const taken = await series(bodies.length, (index) => upload(targets[0]!, bodies[index]!));
    tail.push(percentile(taken, 0.95));
    return percentile(taken, 0.5);
  };
  const together = (targets: Target[]) => async () => {
    const times = effort.times(6);
    const bodies = newBodies(targets.length * times);
    return throughput(targets.length, times, (worker, index) =>
      upload(targets[worker]!, bodies[worker * times + index]!),
    );
  };
  // Short turns: uploads feel whatever else the machine does most.
  const values = await interleaved(3 * effort.rounds, {
    ours: oneByOne(mine, tails.ours),
    bare: oneByOne(others, tails.bare),
    oursTogether: together(mine),
    bareTogether: together(others),
  });
  const limit = (rounds: number[]) => ({ of: bare, rounds });
  return [
    figure('1 MB upload, p50', 'ms', values.ours, limit(values.bare), within(1.5)),
    figure('1 MB upload, p95', 'ms', tails.ours, limit(tails.bare)),
    figure('1 MB uploads, 8 clients', 'uploads/s', values.oursTogether, limit(values.bareTogether), atLeast(0.7)),
  ] satisfies Figure[];
}

async function warmUp(targets: Target[], times: number): Promise<void> {
  for (const target of targets) for (const body of newBodies(times)) await upload(target, body);
}

function upload({ client, path }: Target, body: Body): Promise<unknown> {
  return client.post(path, body);
}

function newBodies(count: number): Body[] {
  return Array.from({ length: count }, () =>
    form(
      { id: newId(), title: '客訴處理紀錄', producedOn: '2026-01-20' },
      {
        field: 'files',
        name: '紀錄.pdf',
        bytes: newBytes(size),
      },
    ),
  );
}
