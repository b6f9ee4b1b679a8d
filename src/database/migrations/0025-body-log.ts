import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The log is read by body, the newest first. */
export class BodyLog1795300025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX audit_entries_body ON audit_entries (body_id, seq)`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
