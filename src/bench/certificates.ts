import { setTimeout as sleep } from 'node:timers/promises';
import { Renderer } from '../certificates/renderer.js';
import { type BatchView } from '../certificates/batches.view.js';
import { type CertificateView } from '../certificates/certificates.view.js';
import { inParallel } from '../common/in-parallel.js';
import { type Benchmark } from './benchmark.js';
import { type Answer, type Client, makeClient } from './client.js';
import { type Aim, atMost, figure } from './figures.js';
import { type Inside, inside, newInstallation } from './installation.js';
import { certificateRecord } from './made/certificate-record.js';
import { competentVerdicts } from './made/competent.js';
import { qualify } from './made/people.js';
import { makeSigners, signedCertificate } from './made/signed.js';
import { documentWith } from './made/unit.js';
import { verdictRecord } from './made/verdict-record.js';
import { interleaved, p50, timed } from './measure.js';
import { ourServer, serve, type Served } from './processes.js';

const leastASecond = 20;
/** As much as is drawn ahead in two threads. */
const drawnAtOnce = 4;
/** Megabytes that a batch may grow by once everything is loaded. */
const mostAdded = 64;

/** One certificate over HTTP, and a batch of 500: how fast, how large, and whether memory stays flat. */
export const certificates: Benchmark = {
  name: 'certificates',
  async run({ folder, effort }) {
    const installation = newInstallation(folder);
    const count = effort.size(500, 20);
    const times = effort.times(20);
    const singles = times * (effort.rounds + 1);
    const pool = await inside(installation, (world) => fill(world, { count, batches: effort.rounds, singles }));
    const signers = await makeSigners();
    const alone = () => signedCertificate(certificateRecord(), signers);
    const ours = await serve(ourServer, { env: installation.env });
    const client = makeClient(ours.url, pool.token);
    const sizes: number[] = [];
    const added: number[] = [];
    const issue = async (): Promise<void> => {
      const answer = await client.postJson(`/api/assessments/${pool.ids.pop()!}/certificate`, {});
      const { document } = read<CertificateView>(answer);
      if (!document) throw new Error('A certificate was not made with its answer');
      sizes.push(document.pdfSize / 1000);
    };
    try {
      await p50(times, alone);
      await p50(times, issue);
      const values = await interleaved(effort.rounds, {
        alone: () => p50(times, alone),
        one: () => p50(times, issue),
        drawn: async () => (count * 1000) / (await timed(() => draw(count))),
        batch: async (round) => {
          const { ms, more } = await batch(ours, client, { bodyId: pool.bodyId, cohort: cohort(round), count });
          added.push(more);
          return (count * 1000) / ms;
        },
      });
      const name = `batch of ${count} certificates`;
      return [
        figure('POST certificate, p50', 'ms', values.one, { of: 'PDF and seal alone', rounds: values.alone }),
        figure(
          name,
          'documents/s',
          values.batch,
          { of: 'drawing alone, two threads', rounds: values.drawn },
          fastEnough,
        ),
        figure(`${name}, memory added after ${settled(count)}`, 'MB', [Math.max(...added)], undefined, flat),
        figure('certificate, size', 'KB', sizes.slice(0, 1)),
      ];
    } finally {
      client.close();
      await ours.stop();
    }
  },
};

const fastEnough = (value: number): Aim[] => [{ text: `≥ ${leastASecond} documents/s`, met: value >= leastASecond }];
const flat = (value: number): Aim[] => (Number.isNaN(value) ? [] : atMost(mostAdded, 'MB')(value));

const cohort = (round: number): string => `第${round + 1}梯`;

/** After how many everything is loaded that a batch needs: code, fonts and keys. */
const settled = (count: number): number => Math.min(100, count / 2);

/** Milliseconds from the order to the end, and the most memory above that when everything was loaded, in MB. */
async function batch(
  server: Served,
  client: Client,
  { bodyId, cohort, count }: { bodyId: string; cohort: string; count: number },
): Promise<{ ms: number; more: number }> {
  let before = NaN;
  let most = NaN;
  const sampling = setInterval(() => (most = Math.max(most, server.memory() ?? NaN)), 20);
  try {
    const ms = await timed(async () => {
      const { id } = read<BatchView>(
        await client.postJson(`/api/training-bodies/${bodyId}/certificate-batches`, { cohort }),
      );
      for (;;) {
        const { state, progress } = read<BatchView>(await client.get(`/api/certificate-batches/${id}`));
        if (Number.isNaN(before) && progress.issued >= settled(count)) before = most = server.memory() ?? NaN;
        if (state === 'done' && progress.issued === count) return;
        if (state === 'done' || state === 'cancelled') throw new Error(JSON.stringify(progress));
        await sleep(100);
      }
    });
    return { ms, more: (most - before) / 1e6 };
  } finally {
    clearInterval(sampling);
  }
}

const read = <T>({ body }: Answer): T => JSON.parse(body.toString()) as T;

/** Draws as many as a batch in threads that first have to load what they need, and signs and keeps none. */
async function draw(count: number): Promise<void> {
  const records = Array.from({ length: count }, (_, index) => certificateRecord(index + 1));
  const renderer = new Renderer();
  await renderer.inThreads(() =>
    inParallel(records, drawnAtOnce, async (record) => void (await renderer.render(record, {}))),
  );
}

/** Competent verdicts with records of the usual size: a cohort for each batch, and some to be certified one by one. */
async function fill(
  { db, bodyId, people }: Inside,
  { count, batches, singles }: { count: number; batches: number; singles: number },
): Promise<{ token: string; bodyId: string; ids: string[] }> {
  const [lead, officer] = await people(['assessor', 'officer'], 2);
  await qualify(db, bodyId, lead!.id);
  const documentId = await documentWith(db, { criteria: 1 });
  const shape = { bodyId, leadId: lead!.id, documentId, record: verdictRecord() };
  for (let round = 0; round < batches; round += 1)
    await competentVerdicts(db, { ...shape, count, cohort: cohort(round) });
  const made = await competentVerdicts(db, { ...shape, count: singles });
  return { token: officer!.token, bodyId, ids: made.map(({ assessmentId }) => assessmentId) };
}
