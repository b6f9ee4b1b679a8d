import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** People without an account who are invited to report on the candidate's work, and their reports. */
const tables = [
  `CREATE TABLE invitations (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    relation text NOT NULL,
    target_refs text NOT NULL,
    message text NOT NULL,
    locale text NOT NULL,
    secret_hash text NOT NULL,
    expires_at text NOT NULL,
    invited_by text NOT NULL,
    invited_at text NOT NULL,
    opened_at text,
    revoked_at text,
    revoked_by text,
    submitted_at text,
    CONSTRAINT "uq_invitations_secret_hash" UNIQUE ("secret_hash"),
    CONSTRAINT "fk_invitations_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_invitations_invited_by" FOREIGN KEY ("invited_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX invitations_assessment ON invitations (assessment_id)`,
  `CREATE TABLE third_party_reports (
    invitation_id text PRIMARY KEY NOT NULL,
    item_id text,
    name text NOT NULL,
    post text NOT NULL,
    relation text NOT NULL,
    contact text NOT NULL,
    period_from text,
    period_to text,
    reported_on text,
    answers text NOT NULL,
    general text NOT NULL,
    statement text,
    revision integer NOT NULL,
    updated_at text NOT NULL,
    submitted_sha256 text,
    CONSTRAINT "uq_third_party_reports_item_id" UNIQUE ("item_id"),
    CONSTRAINT "fk_third_party_reports_invitation_id" FOREIGN KEY ("invitation_id") REFERENCES "invitations" ("id"),
    CONSTRAINT "fk_third_party_reports_item_id" FOREIGN KEY ("item_id") REFERENCES "evidence_items" ("id")
  )`,
];

export class ThirdParties1795300007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
