import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';
import { letDeleted, type Yielding } from './yielding.js';

const tables = [
  `CREATE TABLE certificate_batches (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    criteria text NOT NULL,
    ordered_by text NOT NULL,
    ordered_at text NOT NULL,
    run_id text,
    alive_at text,
    finished_at text,
    cancelled_at text,
    cancelled_by text,
    CONSTRAINT "fk_certificate_batches_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_certificate_batches_ordered_by" FOREIGN KEY ("ordered_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX certificate_batches_body ON certificate_batches (body_id, id)`,
  `CREATE INDEX certificate_batches_open ON certificate_batches (finished_at, cancelled_at)`,
  `CREATE TABLE certificates (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    assessment_id text NOT NULL,
    verdict_id text NOT NULL,
    candidate_id text NOT NULL,
    document_id text NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    number text NOT NULL,
    document_number text NOT NULL UNIQUE,
    holder_name text NOT NULL,
    record text NOT NULL,
    issued_by text NOT NULL,
    issued_at text NOT NULL,
    previous_id text UNIQUE,
    reissue_reason text,
    batch_id text,
    CONSTRAINT "fk_certificates_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_certificates_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_certificates_verdict_id" FOREIGN KEY ("verdict_id") REFERENCES "verdicts" ("id"),
    CONSTRAINT "fk_certificates_candidate_id" FOREIGN KEY ("candidate_id") REFERENCES "users" ("id"),
    CONSTRAINT "fk_certificates_document_id" FOREIGN KEY ("document_id") REFERENCES "competency_documents" ("id"),
    CONSTRAINT "fk_certificates_issued_by" FOREIGN KEY ("issued_by") REFERENCES "users" ("id"),
    CONSTRAINT "fk_certificates_previous_id" FOREIGN KEY ("previous_id") REFERENCES "certificates" ("id"),
    CONSTRAINT "fk_certificates_batch_id" FOREIGN KEY ("batch_id") REFERENCES "certificate_batches" ("id")
  )`,
  `CREATE UNIQUE INDEX certificates_serial ON certificates (body_id, year, serial)`,
  `CREATE INDEX certificates_candidate ON certificates (candidate_id, document_id)`,
  `CREATE INDEX certificates_assessment ON certificates (assessment_id)`,
  `CREATE INDEX certificates_verdict ON certificates (verdict_id)`,
  `CREATE INDEX certificates_batch ON certificates (batch_id)`,
  `CREATE TABLE certificate_documents (
    id text PRIMARY KEY NOT NULL,
    record_sha256 text NOT NULL,
    pdf_sha256 text NOT NULL,
    pdf_size bigint NOT NULL,
    signer_sha256 text NOT NULL,
    signature_level text NOT NULL,
    made_at text NOT NULL,
    CONSTRAINT "fk_certificate_documents_id" FOREIGN KEY ("id") REFERENCES "certificates" ("id")
  )`,
  `CREATE INDEX certificate_documents_pdf ON certificate_documents (pdf_sha256)`,
  `CREATE TABLE certificate_revocations (
    id text PRIMARY KEY NOT NULL,
    reason text NOT NULL,
    note text NOT NULL,
    revoked_by text NOT NULL,
    revoked_at text NOT NULL,
    CONSTRAINT "fk_certificate_revocations_id" FOREIGN KEY ("id") REFERENCES "certificates" ("id"),
    CONSTRAINT "fk_certificate_revocations_revoked_by" FOREIGN KEY ("revoked_by") REFERENCES "users" ("id")
  )`,
  `CREATE TABLE certificate_batch_items (
    id text PRIMARY KEY NOT NULL,
    batch_id text NOT NULL,
    position integer NOT NULL,
    assessment_id text NOT NULL,
    certificate_id text,
    refusal text,
    CONSTRAINT "fk_certificate_batch_items_batch_id" FOREIGN KEY ("batch_id") REFERENCES "certificate_batches" ("id"),
    CONSTRAINT "fk_certificate_batch_items_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_certificate_batch_items_certificate_id" FOREIGN KEY ("certificate_id") REFERENCES "certificates" ("id")
  )`,
  `CREATE UNIQUE INDEX certificate_batch_items_batch ON certificate_batch_items (batch_id, position)`,
  `CREATE INDEX certificate_batch_items_assessment ON certificate_batch_items (assessment_id)`,
];

const yielding: Yielding[] = [
  {
    table: 'certificates',
    kind: 'register',
    assessment: 'OLD.assessment_id',
    emptied: {
      columns: ['record', 'holder_name'],
      kept: [
        'id',
        'body_id',
        'assessment_id',
        'verdict_id',
        'candidate_id',
        'document_id',
        'year',
        'serial',
        'number',
        'document_number',
        'issued_by',
        'issued_at',
        'previous_id',
        'reissue_reason',
        'batch_id',
      ],
    },
  },
  {
    table: 'certificate_revocations',
    kind: 'register',
    assessment: '(SELECT c.assessment_id FROM certificates c WHERE c.id = OLD.id)',
    emptied: { columns: ['note'], kept: ['id', 'reason', 'revoked_by', 'revoked_at'] },
  },
];

/** The register of certificates, and the batches they are issued in. */
export class Certificates1795300018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await keepAppendOnly(runner, ['certificates', 'certificate_documents', 'certificate_revocations']);
    for (const table of yielding) await letDeleted(runner, table);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
