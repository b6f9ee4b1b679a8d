import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AuditPackView } from '../audit-packs/audit-packs.view.js';
import { FileStore, type StoredFile } from '../files/file-store.js';
import { type Benchmark } from './benchmark.js';
import { type Answer, type Client, makeClient } from './client.js';
import { figure } from './figures.js';
import { type Inside, inside, newInstallation } from './installation.js';
import { assessmentsWith } from './made/assessment.js';
import { qualify, usersNamed } from './made/people.js';
import { documentWith } from './made/unit.js';
import { interleaved, timed } from './measure.js';
import { newBytes } from './multipart.js';
import { ourServer, serve, type Served } from './processes.js';

const mebi = 1024 * 1024;
/** Far below the evidence: beside what is under way, an archive remembers about 1 KB of each entry. */
const mostAdded = 256;
const itemsEach = 4;

/** An audit pack of 500 assessments and 2 GiB of evidence: how fast, and how much more memory the server takes. */
export const auditPack: Benchmark = {
  name: 'audit-pack',
  async run({ folder, effort }) {
    const installation = newInstallation(folder);
    const count = effort.size(500, 10);
    const { token, bodyId, stored } = await inside(installation, (world) => fill(world, count));
    const bytes = stored.reduce((sum, { size }) => sum + size, 0);
    const ours = await serve(ourServer, { env: installation.env });
    const client = makeClient(ours.url, token);
    const paths = stored.map(({ sha256 }) => join(installation.env.UPLOADS_DIR!, sha256.slice(0, 2), sha256));
    const added: number[] = [];
    try {
      const values = await interleaved(effort.rounds, {
        ours: async () => {
          const { ms, more } = await pack(ours, client, bodyId);
          added.push(more);
          return bytes / 1000 / ms;
        },
        bare: async () => bytes / 1000 / (await timed(() => copyAndHash(paths, join(folder, 'bare')))),
      });
      const name = `audit pack, ${count} assessments, ${Math.round(bytes / mebi)} MiB`;
      return [
        figure(name, 'MB/s', values.ours, { of: 'read, hash and copy into one file', rounds: values.bare }),
        figure(`${name}, added memory`, 'MB', [Math.max(...added)], undefined, (value) => [
          { text: `≤ ${mostAdded} MB`, met: Number.isNaN(value) ? null : value <= mostAdded },
        ]),
      ];
    } finally {
      client.close();
      await ours.stop();
    }
  },
};

/** Milliseconds from the order to the end, and the most memory above that before in MB. */
async function pack(server: Served, client: Client, bodyId: string): Promise<{ ms: number; more: number }> {
  const before = server.memory() ?? NaN;
  let most = before;
  const sampling = setInterval(() => (most = Math.max(most, server.memory() ?? NaN)), 20);
  const period = { from: '2020-01-01', to: '2029-12-31', withFiles: true };
  try {
    const ms = await timed(async () => {
      const { id } = viewOf(await client.postJson(`/api/training-bodies/${bodyId}/audit-packs`, period));
      for (;;) {
        const made = viewOf(await client.get(`/api/audit-packs/${id}`));
        if (made.state === 'done' && made.faults === 0) return;
        if (made.state !== 'waiting' && made.state !== 'running') throw new Error(JSON.stringify(made));
        await sleep(50);
      }
    });
    return { ms, more: (most - before) / 1e6 };
  } finally {
    clearInterval(sampling);
  }
}

const viewOf = ({ body }: Answer) => JSON.parse(body.toString()) as AuditPackView;

/** The least that a pack takes: every file is read once and hashed, and its bytes are written to one file and synced. */
async function copyAndHash(paths: readonly string[], target: string): Promise<void> {
  const file = await open(target, 'w');
  try {
    for (const path of paths) {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
        hash.update(chunk as Buffer);
        await file.write(chunk as Buffer);
      }
      hash.digest('hex');
    }
    await file.datasync();
  } finally {
    await file.close();
    await rm(target);
  }
}

/** Assessments with evidence in the store, all of it claimed and judged. */
async function fill({ app, db, bodyId, people }: Inside, count: number) {
  const store = app.get(FileStore);
  const [lead, officer] = await people(['assessor', 'officer'], 2);
  await qualify(db, bodyId, lead!.id);
  const documentId = await documentWith(db);
  const candidates = await usersNamed(
    db,
    Array.from({ length: count }, (_, index) => `受評者${index + 1}`),
  );
  const stored: StoredFile[] = [];
  while (stored.length < count * itemsEach) {
    stored.push(await store.put(Readable.from([newBytes(mebi)]), { maxBytes: mebi }));
  }
  const shapes = candidates.map((candidateId, place) => ({
    ...{ bodyId, documentId, candidateId, leadId: lead!.id, cohort: '一梯' },
    ...{ items: itemsEach, claimsPerItem: 6 },
    fate: (index: number) => ({ stored: stored[place * itemsEach + index]! }),
  }));
  await assessmentsWith(db, shapes);
  return { token: officer!.token, bodyId, stored };
}
