import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

const tables = [
  `CREATE TABLE status_lists (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    number integer NOT NULL,
    created_at text NOT NULL,
    CONSTRAINT "fk_status_lists_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id")
  )`,
  `CREATE UNIQUE INDEX status_lists_number ON status_lists (body_id, number)`,
  `CREATE TABLE status_entries (
    id text PRIMARY KEY NOT NULL,
    list_id text NOT NULL,
    position integer NOT NULL,
    taken_at text NOT NULL,
    CONSTRAINT "fk_status_entries_list_id" FOREIGN KEY ("list_id") REFERENCES "status_lists" ("id")
  )`,
  `CREATE UNIQUE INDEX status_entries_position ON status_entries (list_id, position)`,
  `CREATE TABLE status_revocations (
    entry_id text PRIMARY KEY NOT NULL,
    cause text NOT NULL,
    revoked_at text NOT NULL,
    CONSTRAINT "fk_status_revocations_entry_id" FOREIGN KEY ("entry_id") REFERENCES "status_entries" ("id")
  )`,
  `CREATE TABLE credentials (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    document_number text NOT NULL,
    entry_id text NOT NULL,
    jwt text NOT NULL,
    issued_at text NOT NULL,
    CONSTRAINT "fk_credentials_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_credentials_entry_id" FOREIGN KEY ("entry_id") REFERENCES "status_entries" ("id")
  )`,
  `CREATE UNIQUE INDEX credentials_document ON credentials (document_number)`,
  `CREATE UNIQUE INDEX credentials_entry ON credentials (entry_id)`,
  `CREATE INDEX credentials_body ON credentials (body_id, id)`,
];

/** Credentials that machines read, and the lists that tell which of them are revoked. */
export class Credentials1795300020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    // A credential holds a person's name, and goes when its certificate's time in the register is over.
    await keepAppendOnly(runner, ['status_lists', 'status_entries', 'status_revocations']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
