import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

const tables = [
  `CREATE TABLE verdict_notifications (
    id text PRIMARY KEY NOT NULL,
    verdict_id text NOT NULL UNIQUE,
    channel text NOT NULL,
    notified_by text NOT NULL,
    notified_at text NOT NULL,
    notified_on text NOT NULL,
    appeal_until text NOT NULL,
    settings_version integer NOT NULL,
    CONSTRAINT "fk_verdict_notifications_verdict_id" FOREIGN KEY ("verdict_id") REFERENCES "verdicts" ("id"),
    CONSTRAINT "fk_verdict_notifications_notified_by" FOREIGN KEY ("notified_by") REFERENCES "users" ("id")
  )`,
  `CREATE TABLE verdict_receipts (
    id text PRIMARY KEY NOT NULL,
    verdict_id text NOT NULL UNIQUE,
    user_id text NOT NULL,
    received_at text NOT NULL,
    document_sha256 text NOT NULL,
    CONSTRAINT "fk_verdict_receipts_verdict_id" FOREIGN KEY ("verdict_id") REFERENCES "verdicts" ("id"),
    CONSTRAINT "fk_verdict_receipts_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE TABLE appeals (
    id text PRIMARY KEY NOT NULL,
    verdict_id text NOT NULL UNIQUE,
    filed_by text NOT NULL,
    grounds text NOT NULL,
    filed_at text NOT NULL,
    withdrawn_at text,
    CONSTRAINT "fk_appeals_verdict_id" FOREIGN KEY ("verdict_id") REFERENCES "verdicts" ("id"),
    CONSTRAINT "fk_appeals_filed_by" FOREIGN KEY ("filed_by") REFERENCES "users" ("id")
  )`,
  `CREATE TABLE appeal_decisions (
    id text PRIMARY KEY NOT NULL,
    appeal_id text NOT NULL UNIQUE,
    document_number text NOT NULL UNIQUE,
    outcome text NOT NULL,
    reasons text NOT NULL,
    decided_by text NOT NULL,
    decided_at text NOT NULL,
    record text NOT NULL,
    record_sha256 text NOT NULL,
    pdf_sha256 text NOT NULL,
    pdf_size bigint NOT NULL,
    signer_sha256 text NOT NULL,
    signature_level text NOT NULL,
    CONSTRAINT "fk_appeal_decisions_appeal_id" FOREIGN KEY ("appeal_id") REFERENCES "appeals" ("id"),
    CONSTRAINT "fk_appeal_decisions_decided_by" FOREIGN KEY ("decided_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX appeal_decisions_pdf ON appeal_decisions (pdf_sha256)`,
];

/** What follows a verdict: that the candidate was told and has it, and what became of an appeal. */
export class AfterVerdict1795300011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await keepAppendOnly(runner, ['verdict_notifications', 'verdict_receipts', 'appeal_decisions']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
