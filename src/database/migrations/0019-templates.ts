import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';

const tables = [
  `CREATE TABLE document_templates (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    kind text NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    logo_sha256 text,
    logo_size integer,
    changed_by text NOT NULL,
    changed_at text NOT NULL,
    CONSTRAINT "fk_document_templates_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_document_templates_changed_by" FOREIGN KEY ("changed_by") REFERENCES "users" ("id")
  )`,
  `CREATE UNIQUE INDEX document_templates_version ON document_templates (body_id, kind, version)`,
  `CREATE INDEX document_templates_logo ON document_templates (logo_sha256)`,
];

/** How a body's documents look, as versions: an issued document names the one that it was made with. */
export class Templates1795300019000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await keepAppendOnly(runner, ['document_templates']);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
