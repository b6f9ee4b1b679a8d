import { type MigrationInterface, type QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE uploads (
    id text PRIMARY KEY NOT NULL,
    maker_id text NOT NULL,
    assessment_id text NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    received bigint NOT NULL,
    parts text NOT NULL,
    created_at text NOT NULL,
    expires_at text NOT NULL,
    used_for text,
    CONSTRAINT "fk_uploads_maker_id" FOREIGN KEY ("maker_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX uploads_maker ON uploads (maker_id)`,
  `CREATE INDEX uploads_end ON uploads (expires_at)`,
];

/** Files that arrive over several requests. */
export class Uploads1795300021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
