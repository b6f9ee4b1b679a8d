import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What the rest of the practice needs to know of assessments, evidence and claims that exist already. References
 * without foreign keys: SQLite could only add those by making the tables anew.
 */
const columns = [
  // where the candidate works, the attempt before, and leaving without a verdict
  `ALTER TABLE assessments ADD COLUMN workplace text`,
  `ALTER TABLE assessments ADD COLUMN previous_id text`,
  `ALTER TABLE assessments ADD COLUMN withdrawn_at text`,
  `ALTER TABLE assessments ADD COLUMN withdrawn_by text`,
  `ALTER TABLE assessments ADD COLUMN withdrawal_reason text`,
  // carried over from an earlier attempt, made in a group, copied, or holding other people's data
  `ALTER TABLE evidence_items ADD COLUMN origin_id text`,
  `ALTER TABLE evidence_items ADD COLUMN group_work boolean NOT NULL DEFAULT false`,
  `ALTER TABLE evidence_items ADD COLUMN candidate_part text`,
  `ALTER TABLE evidence_items ADD COLUMN copy boolean NOT NULL DEFAULT false`,
  `ALTER TABLE evidence_items ADD COLUMN others_data boolean NOT NULL DEFAULT false`,
  `ALTER TABLE evidence_items ADD COLUMN others_data_reason text`,
  `ALTER TABLE evidence_files ADD COLUMN redaction_of text`,
  // why a method outside the plan, and which claim of the attempt before
  `ALTER TABLE claims ADD COLUMN method_reason text`,
  `ALTER TABLE claims ADD COLUMN carried_from text`,
  `CREATE INDEX assessments_previous ON assessments (previous_id)`,
  `CREATE INDEX evidence_items_origin ON evidence_items (origin_id)`,
];

export class WholePractice1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // SQLite writes no as 0.
    const no = runner.connection.options.type === 'postgres' ? 'false' : '0';
    for (const statement of columns) await runner.query(statement.replace('DEFAULT false', `DEFAULT ${no}`));
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
