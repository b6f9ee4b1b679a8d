import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { keepAppendOnly } from './append-only.js';
import { letDeleted, type Yielding } from './yielding.js';

const tables = [
  `CREATE TABLE retention_holds (
    id text PRIMARY KEY NOT NULL,
    assessment_id text NOT NULL,
    reason text NOT NULL,
    placed_by text NOT NULL,
    placed_at text NOT NULL,
    released_by text,
    released_at text,
    CONSTRAINT "fk_retention_holds_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id"),
    CONSTRAINT "fk_retention_holds_placed_by" FOREIGN KEY ("placed_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX retention_holds_assessment ON retention_holds (assessment_id)`,
  `CREATE TABLE tombstones (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    assessment_id text NOT NULL,
    kind text NOT NULL,
    what text NOT NULL,
    why text NOT NULL,
    rule text NOT NULL,
    due_on text NOT NULL,
    deleted_by text NOT NULL,
    deleted_at text NOT NULL,
    sha256 text NOT NULL,
    CONSTRAINT "fk_tombstones_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_tombstones_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessments" ("id")
  )`,
  `CREATE INDEX tombstones_assessment ON tombstones (assessment_id, kind)`,
  `CREATE INDEX tombstones_body ON tombstones (body_id, id)`,
  `CREATE TABLE corrections (
    id text PRIMARY KEY NOT NULL,
    body_id text NOT NULL,
    user_id text NOT NULL,
    field text NOT NULL,
    old_value text NOT NULL,
    new_value text NOT NULL,
    reason text NOT NULL,
    corrected_by text NOT NULL,
    corrected_at text NOT NULL,
    CONSTRAINT "fk_corrections_body_id" FOREIGN KEY ("body_id") REFERENCES "training_bodies" ("id"),
    CONSTRAINT "fk_corrections_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id"),
    CONSTRAINT "fk_corrections_corrected_by" FOREIGN KEY ("corrected_by") REFERENCES "users" ("id")
  )`,
  `CREATE INDEX corrections_user ON corrections (user_id, id)`,
];

const own = 'OLD.assessment_id';
const ofItem = '(SELECT i.assessment_id FROM evidence_items i WHERE i.id = OLD.item_id)';

const yielding: Yielding[] = [
  { table: 'authenticity_checks', kind: 'evidence', assessment: ofItem },
  {
    table: 'sitting_conclusions',
    kind: 'evidence',
    assessment: '(SELECT s.assessment_id FROM sittings s WHERE s.id = OLD.sitting_id)',
  },
  { table: 'declarations', kind: 'judgements', assessment: ofItem },
  { table: 'judgements', kind: 'judgements', assessment: own },
  { table: 'plans', kind: 'judgements', assessment: own },
  {
    table: 'plan_acknowledgements',
    kind: 'judgements',
    assessment: '(SELECT p.assessment_id FROM plans p WHERE p.id = OLD.plan_id)',
  },
  { table: 'waivers', kind: 'judgements', assessment: own },
  { table: 'self_assessments', kind: 'judgements', assessment: own },
  { table: 'interest_declarations', kind: 'judgements', assessment: own },
  { table: 'blind_judgements', kind: 'judgements', assessment: own },
  { table: 'verifications', kind: 'judgements', assessment: own },
  {
    table: 'verification_actions',
    kind: 'judgements',
    assessment: '(SELECT v.assessment_id FROM verifications v WHERE v.id = OLD.verification_id)',
  },
  {
    table: 'verdicts',
    kind: 'register',
    assessment: own,
    emptied: {
      columns: ['record'],
      kept: [
        'id',
        'assessment_id',
        'document_number',
        'outcome',
        'decided_by',
        'decided_at',
        'record_sha256',
        'pdf_sha256',
        'pdf_size',
        'signer_sha256',
        'signature_level',
      ],
    },
  },
  {
    table: 'appeal_decisions',
    kind: 'register',
    assessment: `(SELECT v.assessment_id FROM appeals a JOIN verdicts v ON v.id = a.verdict_id WHERE a.id = OLD.appeal_id)`,
    emptied: {
      columns: ['record', 'reasons'],
      kept: [
        'id',
        'appeal_id',
        'document_number',
        'outcome',
        'decided_by',
        'decided_at',
        'record_sha256',
        'pdf_sha256',
        'pdf_size',
        'signer_sha256',
        'signature_level',
      ],
    },
  },
];

/** Retention: holds, deletions with their tombstones, and corrections of what is kept of people. */
export class PersonalData1795300014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    await keepAppendOnly(runner, ['tombstones', 'corrections']);
    for (const table of yielding) await letDeleted(runner, table);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('restore a backup instead'));
  }
}
