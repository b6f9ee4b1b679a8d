import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

const tables = [
  `CREATE TABLE sampling_plans (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    document_base_code text,
    assessor_id text,
    period_from text NOT NULL,
    period_to text NOT NULL,
    base_percent integer NOT NULL,
    minimum integer NOT NULL,
    risk text NOT NULL,
    thresholds text NOT NULL,
    blind boolean NOT NULL,
    seed text NOT NULL,
    made_by text NOT NULL,
    made_at text NOT NULL,
    CONSTRAINT "fk_sampling_plans_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_sampling_plans_assessor_id" FOREIGN KEY ("assessor_id") REFERENCES "users" ("id"),
    CONSTRAINT "fk_sampling_plans_made_by" FOREIGN KEY ("made_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX sampling_plans_body ON sampling_plans (body_id, id)`,
  `CREATE TABLE samples (
    id text PRIMARY KEY NOT NULL,
    plan_id text NOT NULL,
    assessment_id text NOT NULL,
    reasons text NOT NULL,
    rank integer NOT NULL,
    drawn_at text NOT NULL,
    CONSTRAINT "fk_samples_plan_id" FOREIGN KEY ("plan_id") REFERENCES "sampling_plans" ("id"),
    CONSTRAINT "fk_samples_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id")
  )`,
  `CREATE UNIQUE INDEX samples_plan ON samples (plan_id, assessment_id)`,
  `CREATE INDEX samples_assessment ON samples (assessment_id)`,
  `CREATE TABLE sample_assignments (
    id text PRIMARY KEY NOT NULL,
    sample_id text NOT NULL,
    assessment_id text NOT NULL,
    verifier_id text NOT NULL,
    blind boolean NOT NULL,
    assigned_by text NOT NULL,
    assigned_at text NOT NULL,
    CONSTRAINT "fk_sample_assignments_sample_id" FOREIGN KEY ("sample_id") REFERENCES "samples" ("id"),
    CONSTRAINT "fk_sample_assignments_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_sample_assignments_verifier_id" FOREIGN KEY ("verifier_id") REFERENCES "users" ("id"),
    CONSTRAINT "fk_sample_assignments_assigned_by" FOREIGN KEY ("assigned_by") REFERENCES "users" ("id")
  )`,
  `CREATE UNIQUE INDEX sample_assignments_sample ON sample_assignments (sample_id, verifier_id)`,
  `CREATE INDEX sample_assignments_verifier ON sample_assignments (verifier_id, assessment_id)`,
  `CREATE TABLE verifications (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    sample_id text,
    verifier_id text NOT NULL,
    findings text NOT NULL,
    outcome text NOT NULL,
    action text,
    due_on text,
    content_sha256 text NOT NULL,
    signed_at text NOT NULL,
    CONSTRAINT "fk_verifications_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_verifications_sample_id" FOREIGN KEY ("sample_id") REFERENCES "samples" ("id"),
    CONSTRAINT "fk_verifications_verifier_id" FOREIGN KEY ("verifier_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX verifications_assessment ON verifications (assessment_id, id)`,
  `CREATE INDEX verifications_verifier ON verifications (verifier_id, signed_at)`,
  `CREATE TABLE verification_actions (
    id text PRIMARY KEY NOT NULL,
    verification_id text NOT NULL,
    done_by text NOT NULL,
    done_at text NOT NULL,
    note text NOT NULL,
    CONSTRAINT "uq_verification_actions_verification_id" UNIQUE ("verification_id"),
    CONSTRAINT "fk_verification_actions_verification_id" FOREIGN KEY ("verification_id") REFERENCES "verifications" ("id"),
    CONSTRAINT "fk_verification_actions_done_by" FOREIGN KEY ("done_by") REFERENCES "users" ("id")
  )`,
  `CREATE TABLE blind_judgements (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    claim_id text NOT NULL,
    decision text NOT NULL,
    rules text NOT NULL,
    reason text,
    judged_by text NOT NULL,
    judged_at text NOT NULL,
    CONSTRAINT "fk_blind_judgements_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_blind_judgements_claim_id" FOREIGN KEY ("claim_id") REFERENCES "claims" ("id"),
    CONSTRAINT "fk_blind_judgements_judged_by" FOREIGN KEY ("judged_by") REFERENCES "users" ("id")
  )`,
  `CREATE UNIQUE INDEX blind_judgements_claim ON blind_judgements (claim_id, judged_by)`,
  `CREATE INDEX blind_judgements_assessment ON blind_judgements (assessment_id, judged_by)`,
];

const appendOnly = [
  'sampling_plans',
  'samples',
  'sample_assignments',
  'verifications',
  'verification_actions',
  'blind_judgements',
];

/** Internal quality assurance: samples drawn reproducibly, verifications with their actions, blind second judgements. */
export class Quality1795300013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await keepAppendOnly(runner, appendOnly);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
