import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What people are told by mail: an outbox, written with the change it tells of and sent after it. */
const tables = [
  `CREATE TABLE notices (
    id text PRIMARY KEY NOT NULL,
    body_id text,
    user_id text,
    email text,
    name text,
    locale text,
    kind text NOT NULL,
    params text NOT NULL,
    link text,
    about_id text,
    cause_id text NOT NULL,
    created_at text NOT NULL,
    due_at text NOT NULL,
    expires_at text NOT NULL,
    sent_at text,
    dropped_at text,
    attempts integer NOT NULL,
    next_attempt_at text,
    last_error text,
    message_id text,
    CONSTRAINT "fk_notices_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_notices_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX notices_body ON notices (body_id, id)`,
  `CREATE INDEX notices_user ON notices (user_id, id)`,
  `CREATE INDEX notices_cause ON notices (cause_id)`,
  `CREATE INDEX notices_next ON notices (next_attempt_at)`,
];

export class Notices1795300008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
