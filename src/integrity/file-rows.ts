import { AppealDecision } from '../after-verdict/appeal.entity.js';
import { AuditPack } from '../audit-packs/audit-pack.entity.js';
import { CertificateDocument } from '../certificates/certificate.entity.js';
import { shards } from '../files/file-store.js';
import { type Reader } from '../database/database.js';
import { EvidenceFile } from '../evidence/evidence-file.entity.js';
import { DocumentTemplate } from '../templates/document-template.entity.js';
import { DocumentRevision } from '../preservation/document-revision.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';

/** A row that speaks of a stored file, as `table/id`. */
export interface FileRow {
  row: string;
  sha256: string;
  size: number;
}

/** Of a document that was deleted by rule R1 only the hash is left, and the file is gone. */
const kept = `t.record <> ''`;

/** The row of a document speaks of its first state itself. */
const later = `t.number > 1 AND NOT EXISTS
  (SELECT 1 FROM tombstones b WHERE b.assessment_id = t.assessment_id AND b.kind = 'register')`;

/** Every table whose rows speak of stored files. A new one belongs here, or fsck takes its files for orphans. */
const tables = [
  { entity: EvidenceFile, name: 'evidence_files', sha256: 'sha256', size: 'size', kept: '1 = 1' },
  { entity: AuditPack, name: 'audit_packs', sha256: 'file_sha256', size: 'bytes', kept: '1 = 1' },
  { entity: Verdict, name: 'verdicts', sha256: 'pdf_sha256', size: 'pdf_size', kept },
  { entity: AppealDecision, name: 'appeal_decisions', sha256: 'pdf_sha256', size: 'pdf_size', kept },
  {
    entity: CertificateDocument,
    name: 'certificate_documents',
    sha256: 'pdf_sha256',
    size: 'pdf_size',
    kept: `EXISTS (SELECT 1 FROM certificates c WHERE c.id = t.id AND c.record <> '')`,
  },
  {
    entity: DocumentTemplate,
    name: 'document_templates',
    sha256: 'logo_sha256',
    size: 'logo_size',
    kept: 't.logo_sha256 IS NOT NULL',
  },
  { entity: DocumentRevision, name: 'document_revisions', sha256: 'sha256', size: 'size', kept: later },
] as const;

/** The rows whose file belongs to one shard of the store. The first and the last take what is no hash at all, too. */
export async function fileRows(reader: Reader, shard: string): Promise<FileRow[]> {
  const place = shards.indexOf(shard);
  const range = { from: place === 0 ? '' : shard, before: shards[place + 1] };
  const found = await Promise.all(
    tables.map(async ({ entity, name, sha256, size, kept }) => {
      const query = reader
        .createQueryBuilder()
        .select(['t.id AS id', `t.${sha256} AS sha256`, `t.${size} AS size`])
        .from(entity, 't')
        .where(`t.${sha256} >= :from AND ${kept}`, range);
      if (range.before) query.andWhere(`t.${sha256} < :before`);
      const rows = await query.getRawMany<{ id: string; sha256: string; size: number | string }>();
      return rows.map((row) => ({ row: `${name}/${row.id}`, sha256: row.sha256, size: Number(row.size) }));
    }),
  );
  return found.flat();
}

/** Every file that rows speak of, once. */
export async function* spokenOf(reader: Reader): AsyncGenerator<string> {
  for (const shard of shards) {
    yield* new Set((await fileRows(reader, shard)).map(({ sha256 }) => sha256));
  }
}

/** Whether any row speaks of the file. */
export async function isSpokenOf(reader: Reader, sha256: string): Promise<boolean> {
  for (const table of tables) {
    const rows = reader.createQueryBuilder().select('1').from(table.entity, 't');
    if (await rows.where(`t.${table.sha256} = :sha256 AND ${table.kept}`, { sha256 }).limit(1).getRawOne()) return true;
  }
  return false;
}
