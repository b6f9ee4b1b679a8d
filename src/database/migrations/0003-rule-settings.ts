import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

/** A body's rule settings as versions, and what assessors answer to warnings and to rule S4. */
const tables = [
  `CREATE TABLE rule_settings (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    version integer NOT NULL,
    settings text NOT NULL,
    reason text NOT NULL,
    changed_by text NOT NULL,
    changed_at text NOT NULL,
    CONSTRAINT "fk_rule_settings_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id")
  )`,
  `CREATE UNIQUE INDEX rule_settings_version ON rule_settings (body_id, version)`,
  `CREATE TABLE waivers (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    rule text NOT NULL,
    problem text NOT NULL,
    targets text NOT NULL,
    items text NOT NULL,
    reason text NOT NULL,
    waived_by text NOT NULL,
    waived_at text NOT NULL,
    CONSTRAINT "fk_waivers_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_waivers_waived_by" FOREIGN KEY ("waived_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX waivers_assessment ON waivers (assessment_id)`,
  `CREATE TABLE attributions (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    target_ref text NOT NULL,
    through_ref text NOT NULL,
    stated_by text NOT NULL,
    stated_at text NOT NULL,
    withdrawn_at text,
    withdrawn_by text,
    CONSTRAINT "fk_attributions_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_attributions_stated_by" FOREIGN KEY ("stated_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX attributions_assessment ON attributions (assessment_id)`,
];

/**
 * What a body had set before becomes its first version, in force from the beginning. A body has one first version, so
 * the body's own id serves as its id.
 */
const move = [
  `INSERT INTO rule_settings (id, body_id, version, settings, reason, changed_by, changed_at)
   SELECT id, id, 1, settings, '沿用改版前的設定', 'system', created_at
   FROM training_bodies WHERE settings <> '{}'`,
  `ALTER TABLE training_bodies DROP COLUMN settings`,
];

export class RuleSettings1795300003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...move]) await runner.query(statement);
    await keepAppendOnly(runner, ['rule_settings', 'waivers']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
