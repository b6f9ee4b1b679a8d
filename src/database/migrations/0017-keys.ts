import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

const tables = [
  `CREATE TABLE signing_revocations (
    certificate_id text PRIMARY KEY NOT NULL,
    revoked_at text NOT NULL,
    reason text NOT NULL,
    revoked_by text,
    CONSTRAINT "fk_signing_revocations_certificate_id" FOREIGN KEY ("certificate_id") REFERENCES "signing_certificates" ("id"),
    CONSTRAINT "fk_signing_revocations_revoked_by" FOREIGN KEY ("revoked_by") REFERENCES "users" ("id")
  )`,
  `CREATE TABLE revocation_lists (
    id text PRIMARY KEY NOT NULL,
    issuer_id text NOT NULL,
    number integer NOT NULL,
    this_update text NOT NULL,
    next_update text NOT NULL,
    revoked integer NOT NULL,
    pem text NOT NULL,
    CONSTRAINT "fk_revocation_lists_issuer_id" FOREIGN KEY ("issuer_id") REFERENCES "signing_certificates" ("id")
  )`,
  `CREATE UNIQUE INDEX revocation_lists_number ON revocation_lists (issuer_id, number)`,
  `CREATE TABLE key_moves (
    id text PRIMARY KEY NOT NULL,
    certificate_id text NOT NULL,
    place text NOT NULL,
    moved_at text NOT NULL,
    CONSTRAINT "fk_key_moves_certificate_id" FOREIGN KEY ("certificate_id") REFERENCES "signing_certificates" ("id")
  )`,
  `CREATE INDEX key_moves_certificate ON key_moves (certificate_id, id)`,
  `ALTER TABLE signing_certificates ADD COLUMN issuer_id text`,
  `CREATE INDEX signing_certificates_issuer ON signing_certificates (issuer_id)`,
  // So far every certificate came from the authority that was the newest when it was made.
  `UPDATE signing_certificates SET issuer_id = (
    SELECT max(i.id) FROM signing_certificates i
    WHERE i.body_id = signing_certificates.body_id AND i.id < signing_certificates.id
      AND i.use = CASE WHEN signing_certificates.use = 'issuing' THEN 'root' ELSE 'issuing' END
  ) WHERE use <> 'root'`,
];

/** The life of keys: who issued what, what was revoked, the lists that tell of it, and keys that were taken away. */
export class Keys1795300017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await keepAppendOnly(runner, ['signing_revocations', 'revocation_lists', 'key_moves']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
