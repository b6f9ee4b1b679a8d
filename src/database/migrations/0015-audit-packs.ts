import { type MigrationInterface, type QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE audit_packs (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    criteria text NOT NULL,
    requested_by text NOT NULL,
    requested_at text NOT NULL,
    state text NOT NULL,
    run_id text,
    alive_at text,
    attempts integer NOT NULL,
    assessments_done integer NOT NULL,
    assessments_total integer NOT NULL,
    entries_done integer NOT NULL,
    faults integer NOT NULL,
    bytes bigint NOT NULL,
    sha256 text,
    file_sha256 text,
    finished_at text,
    expires_at text,
    error text,
    CONSTRAINT "fk_audit_packs_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_audit_packs_requested_by" FOREIGN KEY ("requested_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX audit_packs_body ON audit_packs (body_id, id)`,
  `CREATE INDEX audit_packs_state ON audit_packs (state, id)`,
  `CREATE INDEX audit_packs_file ON audit_packs (file_sha256)`,
];

/** Archives for auditors, made in the background. */
export class AuditPacks1795300015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
