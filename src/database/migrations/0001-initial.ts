import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

/**
 * The first schema, in SQL that both databases read alike: text, integer, bigint and boolean only.
 * A test proves that it and the entities agree on SQLite and on PostgreSQL.
 */
const tables = [
  // people
  `CREATE TABLE users (
    id text PRIMARY KEY NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text,
    one_time_password boolean NOT NULL,
    operator boolean NOT NULL,
    locale text NOT NULL,
    created_at text NOT NULL,
    CONSTRAINT "uq_users_email" UNIQUE ("email")
  )`,
  `CREATE TABLE training_bodies (
    id text PRIMARY KEY NOT NULL,
    name text NOT NULL,
    settings text NOT NULL,
    created_at text NOT NULL
  )`,
  `CREATE TABLE memberships (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    user_id text NOT NULL,
    role text NOT NULL,
    created_at text NOT NULL,
    ended_at text,
    CONSTRAINT "fk_memberships_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_memberships_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX memberships_body ON memberships (body_id, role)`,
  `CREATE INDEX memberships_user ON memberships (user_id)`,
  `CREATE TABLE qualifications (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    user_id text NOT NULL,
    title text NOT NULL,
    document_codes text NOT NULL,
    valid_from text NOT NULL,
    valid_until text,
    recorded_by text NOT NULL,
    recorded_at text NOT NULL,
    revoked_at text,
    CONSTRAINT "fk_qualifications_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_qualifications_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX qualifications_body_user ON qualifications (body_id, user_id)`,
  // auth
  `CREATE TABLE sessions (
    id text PRIMARY KEY NOT NULL,
    secret_hash text NOT NULL,
    user_id text NOT NULL,
    user_agent text NOT NULL,
    created_at text NOT NULL,
    expires_at text NOT NULL,
    revoked_at text,
    CONSTRAINT "uq_sessions_secret_hash" UNIQUE ("secret_hash"),
    CONSTRAINT "fk_sessions_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX sessions_user ON sessions (user_id)`,
  `CREATE INDEX sessions_end ON sessions (expires_at)`,
  `CREATE TABLE api_tokens (
    id text PRIMARY KEY NOT NULL,
    secret_hash text NOT NULL,
    user_id text NOT NULL,
    name text NOT NULL,
    created_at text NOT NULL,
    expires_at text,
    revoked_at text,
    CONSTRAINT "uq_api_tokens_secret_hash" UNIQUE ("secret_hash"),
    CONSTRAINT "fk_api_tokens_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX api_tokens_user ON api_tokens (user_id)`,
  `CREATE TABLE throttles (
    key text PRIMARY KEY NOT NULL,
    failures integer NOT NULL,
    window_ends_at text NOT NULL
  )`,
  `CREATE INDEX throttles_end ON throttles (window_ends_at)`,
  // audit
  `CREATE TABLE audit_entries (
    seq integer PRIMARY KEY NOT NULL,
    at text NOT NULL,
    actor_id text NOT NULL,
    action text NOT NULL,
    subject_id text NOT NULL,
    body_id text,
    data text NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL
  )`,
  // competencies
  `CREATE TABLE competency_documents (
    id text PRIMARY KEY NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    base_code text NOT NULL,
    version integer NOT NULL,
    edition integer NOT NULL,
    name text NOT NULL,
    level integer NOT NULL,
    source_sha256 text NOT NULL,
    imported_by text NOT NULL,
    imported_at text NOT NULL,
    correction text,
    content text NOT NULL,
    report text NOT NULL,
    source text NOT NULL
  )`,
  `CREATE INDEX competency_documents_base ON competency_documents (base_code)`,
  `CREATE INDEX competency_documents_source ON competency_documents (source_sha256)`,
  `CREATE UNIQUE INDEX competency_documents_edition ON competency_documents (code, edition)`,
  `CREATE TABLE competency_items (
    document_id text NOT NULL,
    ref text NOT NULL,
    position integer NOT NULL,
    type text NOT NULL,
    code text NOT NULL,
    derived boolean NOT NULL,
    parent_ref text,
    block integer,
    level integer,
    text text NOT NULL,
    continuous boolean NOT NULL,
    CONSTRAINT "fk_competency_items_document_id" FOREIGN KEY ("document_id") REFERENCES "competency_documents" ("id"),
    PRIMARY KEY (document_id, ref)
  )`,
  // assessments
  `CREATE TABLE assessments (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    candidate_id text NOT NULL,
    document_id text NOT NULL,
    pathway text NOT NULL,
    attempt integer NOT NULL,
    cohort text,
    enrolled_by text NOT NULL,
    enrolled_at text NOT NULL,
    revision integer NOT NULL,
    decided_at text,
    CONSTRAINT "fk_assessments_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_assessments_candidate_id" FOREIGN KEY ("candidate_id") REFERENCES "users" ("id"),
    CONSTRAINT "fk_assessments_document_id" FOREIGN KEY ("document_id") REFERENCES "competency_documents" ("id")
  )`,
  `CREATE UNIQUE INDEX assessments_attempt ON assessments (body_id, candidate_id, document_id, attempt)`,
  `CREATE INDEX assessments_candidate ON assessments (candidate_id)`,
  `CREATE INDEX assessments_grid ON assessments (body_id, document_id, id)`,
  `CREATE TABLE assignments (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    user_id text NOT NULL,
    duty text NOT NULL,
    assigned_by text NOT NULL,
    assigned_at text NOT NULL,
    ended_at text,
    CONSTRAINT "fk_assignments_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_assignments_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX assignments_assessment ON assignments (assessment_id)`,
  `CREATE INDEX assignments_user ON assignments (user_id, assessment_id)`,
  `CREATE TABLE interest_declarations (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    user_id text NOT NULL,
    conflict boolean NOT NULL,
    statement text NOT NULL,
    declared_at text NOT NULL,
    CONSTRAINT "fk_interest_declarations_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_interest_declarations_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX interest_declarations_assessment ON interest_declarations (assessment_id)`,
  // evidence
  `CREATE TABLE evidence_items (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    number integer NOT NULL,
    form text NOT NULL,
    title text NOT NULL,
    produced_by text NOT NULL,
    produced_on text,
    url text,
    statement text,
    submitted_by text NOT NULL,
    received_at text NOT NULL,
    signed_at text,
    withdrawn_at text,
    withdrawn_by text,
    withdrawal_reason text,
    CONSTRAINT "fk_evidence_items_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_evidence_items_submitted_by" FOREIGN KEY ("submitted_by") REFERENCES "users" ("id")
  )`,
  `CREATE UNIQUE INDEX evidence_items_number ON evidence_items (assessment_id, number)`,
  `CREATE TABLE evidence_files (
    id text PRIMARY KEY NOT NULL,
    item_id text NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    media_type text NOT NULL,
    sha256 text NOT NULL,
    received_by text NOT NULL,
    received_at text NOT NULL,
    CONSTRAINT "fk_evidence_files_item_id" FOREIGN KEY ("item_id") REFERENCES "evidence_items" ("id")
  )`,
  `CREATE INDEX evidence_files_item ON evidence_files (item_id)`,
  `CREATE INDEX evidence_files_sha256 ON evidence_files (sha256)`,
  `CREATE TABLE declarations (
    id text PRIMARY KEY NOT NULL,
    item_id text NOT NULL,
    user_id text NOT NULL,
    statement text NOT NULL,
    content_sha256 text NOT NULL,
    declared_at text NOT NULL,
    CONSTRAINT "fk_declarations_item_id" FOREIGN KEY ("item_id") REFERENCES "evidence_items" ("id"),
    CONSTRAINT "fk_declarations_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX declarations_item ON declarations (item_id)`,
  `CREATE TABLE claims (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    item_id text NOT NULL,
    target_ref text NOT NULL,
    method text,
    place text,
    proposed_by text NOT NULL,
    proposed_at text NOT NULL,
    withdrawn_at text,
    withdrawn_by text,
    CONSTRAINT "fk_claims_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_claims_item_id" FOREIGN KEY ("item_id") REFERENCES "evidence_items" ("id"),
    CONSTRAINT "fk_claims_proposed_by" FOREIGN KEY ("proposed_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX claims_assessment ON claims (assessment_id, target_ref)`,
  `CREATE INDEX claims_item ON claims (item_id)`,
  `CREATE TABLE observations (
    id text PRIMARY KEY NOT NULL,
    assessor_id text NOT NULL,
    started_at text NOT NULL,
    ended_at text,
    place text NOT NULL,
    present text NOT NULL,
    context text NOT NULL,
    notes text NOT NULL,
    method text,
    outcomes text NOT NULL,
    revision integer NOT NULL,
    signed_sha256 text,
    CONSTRAINT "fk_observations_id" FOREIGN KEY ("id") REFERENCES "evidence_items" ("id"),
    CONSTRAINT "fk_observations_assessor_id" FOREIGN KEY ("assessor_id") REFERENCES "users" ("id")
  )`,
  // judgements and verdicts
  `CREATE TABLE judgements (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    claim_id text NOT NULL,
    decision text NOT NULL,
    rules text NOT NULL,
    reason text,
    judged_by text NOT NULL,
    judged_at text NOT NULL,
    CONSTRAINT "fk_judgements_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_judgements_claim_id" FOREIGN KEY ("claim_id") REFERENCES "claims" ("id"),
    CONSTRAINT "fk_judgements_judged_by" FOREIGN KEY ("judged_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX judgements_assessment ON judgements (assessment_id)`,
  `CREATE INDEX judgements_claim ON judgements (claim_id)`,
  `CREATE TABLE verdicts (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    document_number text NOT NULL,
    outcome text NOT NULL,
    decided_by text NOT NULL,
    decided_at text NOT NULL,
    record text NOT NULL,
    record_sha256 text NOT NULL,
    pdf_sha256 text NOT NULL,
    pdf_size bigint NOT NULL,
    signer_sha256 text NOT NULL,
    signature_level text NOT NULL,
    CONSTRAINT "uq_verdicts_assessment_id" UNIQUE ("assessment_id"),
    CONSTRAINT "uq_verdicts_document_number" UNIQUE ("document_number"),
    CONSTRAINT "fk_verdicts_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_verdicts_decided_by" FOREIGN KEY ("decided_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX verdicts_pdf ON verdicts (pdf_sha256)`,
  `CREATE TABLE signing_certificates (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    use text NOT NULL,
    user_id text,
    subject text NOT NULL,
    pem text NOT NULL,
    not_before text NOT NULL,
    not_after text NOT NULL,
    created_at text NOT NULL,
    CONSTRAINT "fk_signing_certificates_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_signing_certificates_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX signing_certificates_body ON signing_certificates (body_id, use)`,
];

const appendOnly = [
  'audit_entries',
  'competency_documents',
  'competency_items',
  'declarations',
  'interest_declarations',
  'judgements',
  'verdicts',
];

export class Initial1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    const postgres = runner.connection.options.type === 'postgres';
    if (postgres) {
      await runner.query(`CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'append-only table %', TG_TABLE_NAME; END $$`);
    }
    await keepAppendOnly(runner, appendOnly);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the first schema has nothing to go back to: restore a backup instead'));
  }
}
