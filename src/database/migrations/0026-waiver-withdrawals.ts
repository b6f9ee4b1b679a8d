import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';
import { letDeleted } from './yielding.js';

const table = `CREATE TABLE waiver_withdrawals (
  id text PRIMARY KEY NOT NULL,
  reason text NOT NULL,
  withdrawn_by text NOT NULL,
  withdrawn_at text NOT NULL,
  CONSTRAINT "fk_waiver_withdrawals_id" FOREIGN KEY ("id") REFERENCES "waivers" ("id"),
  CONSTRAINT "fk_waiver_withdrawals_withdrawn_by" FOREIGN KEY ("withdrawn_by") REFERENCES "users" ("id")
)`;

/** A waiver can be taken back. Waivers are append-only, and so is this: a row of its own, which goes when they go. */
export class WaiverWithdrawals1795300026000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await keepAppendOnly(runner, ['waiver_withdrawals']);
    await letDeleted(runner, {
      table: 'waiver_withdrawals',
      kind: 'judgements',
      assessment: '(SELECT w.assessment_id FROM waivers w WHERE w.id = OLD.id)',
    });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
