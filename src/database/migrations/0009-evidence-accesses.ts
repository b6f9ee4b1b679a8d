import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

const statements = [
  `ALTER TABLE evidence_files ADD COLUMN redaction_reason text`,
  `CREATE TABLE evidence_accesses (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    item_id text NOT NULL,
    file_id text,
    user_id text,
    kind text NOT NULL,
    at text NOT NULL,
    via text,
    CONSTRAINT "fk_evidence_accesses_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_evidence_accesses_item_id" FOREIGN KEY ("item_id") REFERENCES "evidence_items" ("id"),
    CONSTRAINT "fk_evidence_accesses_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX evidence_accesses_assessment ON evidence_accesses (assessment_id, id)`,
  `CREATE INDEX evidence_accesses_item ON evidence_accesses (item_id, user_id, at)`,
];

/** Who looked at evidence and took its files, and why files were redacted. */
export class EvidenceAccesses1795300009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await keepAppendOnly(runner, ['evidence_accesses']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
