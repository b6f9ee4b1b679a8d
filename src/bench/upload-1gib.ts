import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Benchmark } from './benchmark.js';
import { type Client, makeClient } from './client.js';
import { atLeast, figure } from './figures.js';
import { besideBare, inside, newInstallation } from './installation.js';
import { enrolCandidates } from './made/enrolled.js';
import { interleaved, timed } from './measure.js';
import { streamedForm } from './multipart.js';
import { type Served } from './processes.js';

const mebi = 1024 * 1024;
const mostAdded = 64;

/** An upload of 1 GiB made on the way: how fast, and how much more memory the server takes while it lasts. */
export const upload1gib: Benchmark = {
  name: 'upload-1gib',
  async run({ folder, effort }) {
    const installation = newInstallation(folder);
    const size = effort.size(1024, 32) * mebi;
    const [candidate] = await inside(installation, (world) => enrolCandidates(world, 1));
    return besideBare(installation, async (ours, theirs) => {
      const mine = makeClient(ours.url, candidate!.token);
      const other = makeClient(theirs.url);
      const added: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
      const uploading = (server: Served, client: Client, path: string, memory: number[]) => async () => {
        const { rate, added: more } = await upload(server, client, path, size);
        memory.push(more);
        return rate;
      };
      const path = `/api/assessments/${candidate!.assessmentId}/evidence`;
      for (const [client, target] of [[mine, path] as const, [other, '/upload'] as const]) {
        await client.post(target, streamedForm({ title: '暖身' }, 'files', 8 * mebi));
      }
      const values = await interleaved(effort.rounds, {
        ours: uploading(ours, mine, path, added.ours),
        bare: async () => {
          const rate = await uploading(theirs, other, '/upload', added.bare)();
          await empty(join(folder, 'bare'));
          return rate;
        },
      });
      mine.close();
      other.close();
      const peak = (megabytes: number[]) => [Math.max(...megabytes)];
      return [
        figure(
          `${size / mebi} MiB upload`,
          'MB/s',
          values.ours,
          { of: 'bare server', rounds: values.bare },
          atLeast(0.7),
        ),
        figure(
          `${size / mebi} MiB upload, added memory`,
          'MB',
          peak(added.ours),
          { of: 'bare server', rounds: peak(added.bare) },
          (value) => [{ text: `≤ ${mostAdded} MB`, met: Number.isNaN(value) ? null : value <= mostAdded }],
        ),
      ];
    });
  },
};

/** MB/s, and the most memory above that before the upload in MB; NaN where the system does not tell. */
async function upload(server: Served, client: Client, path: string, size: number) {
  const before = server.memory() ?? NaN;
  let most = before;
  const sampling = setInterval(() => (most = Math.max(most, server.memory() ?? NaN)), 20);
  try {
    const taken = await timed(() => client.post(path, streamedForm({ title: '錄影' }, 'files', size)));
    return { rate: size / 1e6 / (taken / 1000), added: (most - before) / 1e6 };
  } finally {
    clearInterval(sampling);
  }
}

/** The bare server's files are of no use once measured, and take room. */
async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name));
}
