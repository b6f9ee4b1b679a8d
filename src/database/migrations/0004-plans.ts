import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

/** Assessment plans, one row a version, and the candidate's acknowledgements of them. */
const tables = [
  `CREATE TABLE plans (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    privacy_notice text NOT NULL,
    settings_version integer NOT NULL,
    guide_sha256 text,
    made_by text NOT NULL,
    made_at text NOT NULL,
    CONSTRAINT "fk_plans_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_plans_made_by" FOREIGN KEY ("made_by") REFERENCES "users" ("id")
  )`,
  `CREATE UNIQUE INDEX plans_version ON plans (assessment_id, version)`,
  `CREATE TABLE plan_acknowledgements (
    id text PRIMARY KEY NOT NULL,
    plan_id text NOT NULL,
    user_id text NOT NULL,
    content_sha256 text NOT NULL,
    acknowledged_at text NOT NULL,
    CONSTRAINT "fk_plan_acknowledgements_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id"),
    CONSTRAINT "fk_plan_acknowledgements_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE UNIQUE INDEX plan_acknowledgements_plan ON plan_acknowledgements (plan_id, user_id)`,
];

export class Plans1795300004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await keepAppendOnly(runner, ['plans', 'plan_acknowledgements']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
