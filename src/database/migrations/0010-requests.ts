import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

const tables = [
  `CREATE TABLE self_assessments (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    target_ref text NOT NULL,
    rating text NOT NULL,
    note text,
    stated_by text NOT NULL,
    stated_at text NOT NULL,
    CONSTRAINT "fk_self_assessments_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_self_assessments_stated_by" FOREIGN KEY ("stated_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX self_assessments_assessment ON self_assessments (assessment_id, id)`,
  `CREATE TABLE evidence_requests (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    target_refs text NOT NULL,
    text text NOT NULL,
    due_on text NOT NULL,
    requested_by text NOT NULL,
    requested_at text NOT NULL,
    withdrawn_at text,
    withdrawn_by text,
    withdrawal_reason text,
    CONSTRAINT "fk_evidence_requests_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_evidence_requests_requested_by" FOREIGN KEY ("requested_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX evidence_requests_assessment ON evidence_requests (assessment_id, id)`,
  `CREATE TABLE request_answers (
    id text PRIMARY KEY NOT NULL,
    request_id text NOT NULL,
    item_id text NOT NULL,
    answered_by text NOT NULL,
    answered_at text NOT NULL,
    CONSTRAINT "fk_request_answers_request_id" FOREIGN KEY ("request_id") REFERENCES "evidence_requests" ("id"),
    CONSTRAINT "fk_request_answers_item_id" FOREIGN KEY ("item_id") REFERENCES "evidence_items" ("id"),
    CONSTRAINT "fk_request_answers_answered_by" FOREIGN KEY ("answered_by") REFERENCES "users" ("id")
  )`,
  `CREATE UNIQUE INDEX request_answers_item ON request_answers (request_id, item_id)`,
];

/** What candidates say of themselves, and what assessors ask of them. */
export class Requests1795300010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await keepAppendOnly(runner, ['self_assessments', 'request_answers']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
