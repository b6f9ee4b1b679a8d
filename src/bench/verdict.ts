import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { canonicalJson } from '../documents/record.js';
import { renderVerdict } from '../documents/verdict.js';
import { type Credential, issueLeaf, makeAuthority } from '../signing/authority.js';
import { signPdf } from '../signing/pades.js';
import { memorySigner } from '../signing/signer.js';
import { type Benchmark } from './benchmark.js';
import { makeClient } from './client.js';
import { atMost, figure } from './figures.js';
import { type Inside, inside, newInstallation } from './installation.js';
import { assessmentsWith } from './made/assessment.js';
import { qualify, usersNamed } from './made/people.js';
import { verdictRecord } from './made/verdict-record.js';
import { interleaved, p50 } from './measure.js';
import { ourServer, serve } from './processes.js';

const unit = 'KMM5R0915v2';

/** A verdict of 18 criteria, 5 key aspects and 12 items: its signed PDF alone, and the whole request. */
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
      const alone = { of: 'PDF and signature alone', rounds: values.build };
      return [
        figure('verdict PDF, built and signed, p50', 'ms', values.build, plain(values.bare), atMost(35, 'ms')),
        figure('POST verdict, p50', 'ms', values.http, alone),
      ];
    } finally {
      client.close();
      await ours.stop();
    }
  },
};

const plain = (rounds: number[]) => ({ of: 'PDFKit, plain text', rounds });

/** Ours, and the least that PDFKit and one signature take: the record as Latin text in a font that is not embedded. */
async function builders() {
  const body = { id: 'body-1', name: '試金石職能評量中心' };
  const { root, issuing } = await makeAuthority(body, new Date());
  const assessor = { id: 'assessor-1', name: '林評量', role: 'assessor', body } as const;
  const leaf: Credential = await issueLeaf(issuing, assessor, new Date());
  const signer = memorySigner(leaf, [issuing.certificate, root.certificate]);
  const record = verdictRecord();
  const text = canonicalJson(record).replace(/[^ -~]/g, 'x');
  const lines = text.match(/.{1,90}/g) ?? [];
  return {
    build: async () => signPdf(await renderVerdict(record), signer),
    bare: async () => {
      const document = new PDFDocument({ size: 'A4' });
      const chunks: Buffer[] = [];
      document.on('data', (chunk: Buffer) => chunks.push(chunk));
      const ended = new Promise((resolve) => document.on('end', resolve));
      for (const line of lines) document.fontSize(9).text(line, { lineBreak: false }).moveDown(0);
      document.end();
      await ended;
      return leaf.key.sign(createHash('sha256').update(Buffer.concat(chunks)).digest());
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
