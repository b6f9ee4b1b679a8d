import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

/** Demonstrations beside observations of normal work, and several observers of one occasion with one conclusion. */
const statements = [
  `ALTER TABLE observations ADD COLUMN task text`,
  `ALTER TABLE observations ADD COLUMN sitting_id text`,
  `CREATE INDEX observations_sitting ON observations (sitting_id)`,
  `CREATE TABLE sittings (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    place text NOT NULL,
    started_at text NOT NULL,
    ended_at text,
    note text NOT NULL,
    opened_by text NOT NULL,
    opened_at text NOT NULL,
    CONSTRAINT "fk_sittings_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_sittings_opened_by" FOREIGN KEY ("opened_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX sittings_assessment ON sittings (assessment_id)`,
  `CREATE TABLE sitting_conclusions (
    id text PRIMARY KEY NOT NULL,
    sitting_id text NOT NULL,
    concluded_by text NOT NULL,
    outcomes text NOT NULL,
    notes text NOT NULL,
    content_sha256 text NOT NULL,
    concluded_at text NOT NULL,
    CONSTRAINT "uq_sitting_conclusions_sitting_id" UNIQUE ("sitting_id"),
    CONSTRAINT "fk_sitting_conclusions_sitting_id" FOREIGN KEY ("sitting_id") REFERENCES "sittings" ("id"),
    CONSTRAINT "fk_sitting_conclusions_concluded_by" FOREIGN KEY ("concluded_by") REFERENCES "users" ("id")
  )`,
];

export class Sittings1795300006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await keepAppendOnly(runner, ['sitting_conclusions']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
