import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

const tables = [
  `CREATE TABLE document_revisions (
    id text PRIMARY KEY NOT NULL,
    document_number text NOT NULL,
    number integer NOT NULL,
    assessment_id text NOT NULL,
    sha256 text NOT NULL,
    size bigint NOT NULL,
    level text NOT NULL,
    made_at text NOT NULL,
    CONSTRAINT "fk_document_revisions_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id")
  )`,
  `CREATE UNIQUE INDEX document_revisions_number ON document_revisions (document_number, number)`,
  `CREATE INDEX document_revisions_assessment ON document_revisions (assessment_id)`,
  `CREATE INDEX document_revisions_sha256 ON document_revisions (sha256)`,
  `CREATE TABLE document_upgrades (
    document_number text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    next_attempt_at text,
    attempts integer NOT NULL,
    last_error text,
    CONSTRAINT "fk_document_upgrades_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id")
  )`,
  `CREATE INDEX document_upgrades_due ON document_upgrades (next_attempt_at)`,
];

/** Documents that were issued before are revisions too, and due to be raised where an authority is set. */
const issuedBefore = [
  ['verdicts d', 'd.assessment_id'],
  ['appeal_decisions d JOIN appeals p ON p.id = d.appeal_id JOIN verdicts v ON v.id = p.verdict_id', 'v.assessment_id'],
] as const;

/** Every state of a signed document, and when it is to be looked at again. */
export class DocumentRevisions1795300016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    for (const [from, assessment] of issuedBefore) {
      await runner.query(`INSERT INTO document_revisions
        SELECT d.id, d.document_number, 1, ${assessment}, d.pdf_sha256, d.pdf_size, d.signature_level, d.decided_at
        FROM ${from}`);
      await runner.query(`INSERT INTO document_upgrades
        SELECT d.document_number, a.body_id, d.decided_at, 0, NULL
        FROM ${from} JOIN assessments a ON a.id = ${assessment} WHERE d.record <> ''`);
    }
    await keepAppendOnly(runner, ['document_revisions']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
