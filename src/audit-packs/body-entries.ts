import { Readable } from 'node:stream';
import { In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { lastEntry } from '../audit/audit.js';
import { groupBy } from '../common/group-by.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { type Reader } from '../database/database.js';
import { entryName } from '../files/archive.js';
import { Sample, SampleAssignment, SamplingPlan } from '../quality/sampling.entity.js';
import { RuleSettingsVersion } from '../settings/rule-settings-version.entity.js';
import { SigningCertificate } from '../signing/signing-certificate.entity.js';
import { certificateRegister } from './certificates.js';
import { json, type PackEntry } from './pack-entry.js';
import { type Order } from './selection.js';

/** What belongs to the body and not to one of its assessments. */
export async function* bodyEntries(
  reader: Reader,
  order: Order,
  documentIds: ReadonlySet<string>,
): AsyncGenerator<PackEntry> {
  const { bodyId } = order;
  const versions = await reader.find(RuleSettingsVersion, { where: { bodyId }, order: { version: 'ASC' } });
  yield json('body/settings.json', 'settings_history', versions);
  yield json('body/sampling.json', 'sampling', await sampling(reader, order));
  const uses = In(['root', 'issuing']);
  const certificates = await reader.find(SigningCertificate, { where: { bodyId, use: uses }, order: { id: 'ASC' } });
  for (const [use, all] of groupBy(certificates, (row) => row.use)) {
    yield* all.map(({ pem }, index): PackEntry => {
      return { name: `body/certificates/${use}-${index + 1}.pem`, part: 'certificate', content: pem };
    });
  }
  yield* certificateRegister(reader, order);
  for (const id of documentIds) {
    const { code, edition, source, sourceSha256: sha256 } = (await reader.findOneBy(CompetencyDocument, { id }))!;
    yield { name: entryName('documents', `${code}-${edition}.txt`), part: 'document', content: source, sha256 };
  }
}

/** The plans whose period touches the pack's, with what they drew. */
async function sampling(reader: Reader, { bodyId, criteria: { from, to } }: Order): Promise<object[]> {
  const touching = { bodyId, periodFrom: LessThanOrEqual(to), periodTo: MoreThanOrEqual(from) };
  const plans = await reader.find(SamplingPlan, { where: touching, order: { id: 'ASC' } });
  if (plans.length === 0) return [];
  const planId = In(plans.map(({ id }) => id));
  const samples = await reader.find(Sample, { where: { planId }, order: { planId: 'ASC', rank: 'ASC' } });
  const sampleId = In(samples.map(({ id }) => id));
  const assigned = samples.length > 0 ? await reader.find(SampleAssignment, { where: { sampleId } }) : [];
  const assignmentsOf = groupBy(assigned, (row) => row.sampleId);
  const samplesOf = groupBy(samples, (row) => row.planId);
  return plans.map((plan) => ({
    ...plan,
    samples: (samplesOf.get(plan.id) ?? []).map((row) => ({ ...row, assignments: assignmentsOf.get(row.id) ?? [] })),
  }));
}

/** What the audit log says of these subjects, read page by page, and where its chain ends. */
export async function* auditEntries(
  reader: Reader,
  bodyId: string,
  subjects: ReadonlySet<string>,
): AsyncGenerator<PackEntry> {
  const head = (await lastEntry(reader)) ?? null;
  const content = Readable.from(auditLines(reader, bodyId, subjects, head?.seq ?? 0));
  yield { name: 'audit/entries.jsonl', part: 'audit', content };
  yield json('audit/head.json', 'audit_head', head);
}

const pageSize = 1000;

async function* auditLines(
  reader: Reader,
  bodyId: string,
  subjects: ReadonlySet<string>,
  last: number,
): AsyncGenerator<Buffer> {
  for (let after = 0; ;) {
    const page = await reader
      .createQueryBuilder(AuditEntry, 'e')
      .where('e.seq > :after AND e.seq <= :last AND e.body_id = :bodyId', { after, last, bodyId })
      .orderBy('e.seq')
      .limit(pageSize)
      .getMany();
    const ours = page.filter(({ subjectId }) => subjects.has(subjectId));
    if (ours.length > 0) yield Buffer.from(ours.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    if (page.length < pageSize) return;
    after = page.at(-1)!.seq;
  }
}
