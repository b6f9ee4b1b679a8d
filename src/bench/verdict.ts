import { createHash } from 'node:crypto';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { type Benchmark } from './benchmark.js';
import { makeClient } from './client.js';
import { atMost, figure } from './figures.js';
import { type Inside, inside, newInstallation } from './installation.js';
import { assessmentsWith } from './made/assessment.js';
import { qualify, usersNamed } from './made/people.js';
import { makeSigners, signedVerdict } from './made/signed.js';
import { verdictRecord } from './made/verdict-record.js';
import { interleaved, p50 } from './measure.js';
import { plainPdf } from './plain-pdf.js';
import { ourServer, serve } from './processes.js';

const unit = 'KMM5R0915v2';

/** A verdict of 18 criteria, 5 key aspects and 12 items: its PDF signed by both alone, and the whole request. */
export const verdict: Benchmark = {
  name: 'verdict',
  async run({ folder, effort }) {
    const installation = newInstallation(folder);
    const times = effort.times(20);
    const warm = effort.times(10);
    const pool = await inside(installation, (world) => fill(world, warm + effort.rounds * times));
    const { build, bare } = await builders();
    await p50(effort.times(10), build);
    await p50(effort.times(10), bare);
    const ours = await serve(ourServer, { env: installation.env });
    const client = makeClient(ours.url, pool.token);
    const decide = () =>
      client.postJson(`/api/assessments/${pool.ids.pop()!}/verdicts`, { outcome: 'competent', reasons: '證據充分。' });
    try {
      await p50(warm, decide);
      const values = await interleaved(effort.rounds, {
        build: () => p50(times, build),
        bare: () => p50(times, bare),
        http: () => p50(times, decide),
      });
      const alone = { of: 'PDF and signatures alone', rounds: values.build };
      return [
        figure(
          'verdict PDF, built and signed twice (B-B), p50',
          'ms',
          values.build,
          plain(values.bare),
          atMost(45, 'ms'),
        ),
        figure('POST verdict, p50', 'ms', values.http, alone),
      ];
    } finally {
      client.close();
      await ours.stop();
    }
  },
};

const plain = (rounds: number[]) => ({ of: 'PDFKit, plain text', rounds });

/** Ours, and the least that PDFKit and two signatures take. */
async function builders() {
  const signers = await makeSigners();
  const record = verdictRecord();
  const draw = plainPdf(record);
  return {
    build: () => signedVerdict(record, signers),
    bare: async () => {
      const digest = createHash('sha256')
        .update(await draw())
        .digest();
      for (const { key } of Object.values(signers.leaves)) await key.sign(digest);
    },
  };
}

/** Assessments with nothing left to do but decide: two items were observed, every claim was accepted yesterday. */
async function fill({ db, bodyId, people }: Inside, count: number): Promise<{ token: string; ids: string[] }> {
  const [lead] = await people(['assessor'], 1);
  await qualify(db, bodyId, lead!.id);
  const [document] = await db.read.find(CompetencyDocument, { where: { code: unit }, select: { id: true } });
  if (!document) throw new Error(`${unit} is not among the seeds`);
  const items = await db.read.find(CompetencyItem, { where: { documentId: document.id }, order: { position: 'ASC' } });
  const refs = items.filter(({ type }) => type === 'criterion' || type === 'key_aspect').map(({ ref }) => ref);
  const candidateIds = await usersNamed(
    db,
    Array.from({ length: count }, (_, index) => `受評者${index + 1}`),
  );
  const judgedAt = new Date(Date.now() - 86_400_000).toISOString();
  const shapes = candidateIds.map((candidateId) => ({
    ...{ bodyId, documentId: document.id, candidateId, leadId: lead!.id, refs, judgedAt },
    ...{ items: 12, claimsPerItem: 4 },
    fate: (index: number) => ({ form: index % 6 === 0 ? ('observation' as const) : ('document' as const) }),
  }));
  const made = await assessmentsWith(db, shapes);
  return { token: lead!.token, ids: made.map(({ id }) => id) };
}
