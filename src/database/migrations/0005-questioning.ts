import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

/** Conversations with the candidate, and what assessors checked of evidence that speaks for itself too little. */
const tables = [
  `CREATE TABLE questionings (
    id text PRIMARY KEY NOT NULL,
    assessor_id text NOT NULL,
    purpose text NOT NULL,
    asked_at text NOT NULL,
    ended_at text,
    place text NOT NULL,
    present text NOT NULL,
    notes text NOT NULL,
    method text,
    questions text NOT NULL,
    modes text NOT NULL,
    about text NOT NULL,
    revision integer NOT NULL,
    signed_sha256 text,
    CONSTRAINT "fk_questionings_id" FOREIGN KEY ("id") REFERENCES "evidence_items" ("id"),
    CONSTRAINT "fk_questionings_assessor_id" FOREIGN KEY ("assessor_id") REFERENCES "users" ("id")
  )`,
  `CREATE TABLE authenticity_checks (
    id text PRIMARY KEY NOT NULL,
    item_id text NOT NULL,
    kind text NOT NULL,
    note text NOT NULL,
    checked_by text NOT NULL,
    checked_at text NOT NULL,
    CONSTRAINT "fk_authenticity_checks_item_id" FOREIGN KEY ("item_id") REFERENCES "evidence_items" ("id"),
    CONSTRAINT "fk_authenticity_checks_checked_by" FOREIGN KEY ("checked_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX authenticity_checks_item ON authenticity_checks (item_id)`,
];

export class Questioning1795300005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await keepAppendOnly(runner, ['authenticity_checks']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
