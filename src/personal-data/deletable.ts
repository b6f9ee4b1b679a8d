import { sha256 } from '../common/ids.js';
import { type Reader, type Tx } from '../database/database.js';
import { type RetentionKind } from '../after-verdict/retention.js';

/** The rows of a table that belong to one assessment: SQL before and after the assessment's id. */
type Belonging = readonly [before: string, after: string];

/** Rows to remove, or, where other rows need them to be there, the columns to empty: a column and what it becomes. */
interface Step {
  table: string;
  rows: Belonging;
  emptied?: Readonly<Record<string, string>>;
  /** Columns that speak of a stored file and its size. */
  file?: { sha256: string; size: string };
  /** The rows stay as they are, for what they prove; only their files go. */
  kept?: true;
}

const own: Belonging = ['assessment_id =', ''];
const through = (column: string, table: string, key = 'id'): Belonging => [
  `${column} IN (SELECT ${key} FROM ${table} WHERE assessment_id =`,
  ')',
];
const ofVerdict = through('verdict_id', 'verdicts');
const ofAppeal: Belonging = [
  'appeal_id IN (SELECT a.id FROM appeals a JOIN verdicts v ON v.id = a.verdict_id WHERE v.assessment_id =',
  ')',
];
const gone = `''`;
const none = 'NULL';
const pdf = { sha256: 'pdf_sha256', size: 'pdf_size' };

/** In the order in which the database can let go of them. */
const steps: Readonly<Record<RetentionKind, readonly Step[]>> = {
  evidence: [
    { table: 'evidence_files', rows: through('item_id', 'evidence_items'), file: { sha256: 'sha256', size: 'size' } },
    { table: 'authenticity_checks', rows: through('item_id', 'evidence_items') },
    { table: 'sitting_conclusions', rows: through('sitting_id', 'sittings') },
    { table: 'sittings', rows: own, emptied: { place: gone, note: gone } },
    {
      table: 'observations',
      rows: through('id', 'evidence_items'),
      emptied: { task: none, place: gone, present: gone, context: gone, notes: gone, outcomes: `'[]'` },
    },
    {
      table: 'questionings',
      rows: through('id', 'evidence_items'),
      emptied: { place: gone, present: gone, notes: gone, questions: `'[]'` },
    },
    {
      table: 'third_party_reports',
      rows: through('invitation_id', 'invitations'),
      emptied: {
        name: gone,
        post: gone,
        relation: gone,
        contact: gone,
        answers: `'[]'`,
        general: gone,
        statement: none,
      },
    },
    { table: 'invitations', rows: own, emptied: { name: gone, email: gone, relation: gone, message: gone } },
    { table: 'evidence_requests', rows: own, emptied: { text: gone, withdrawal_reason: none } },
    // Letters say whom they are to, and the same words once more.
    { table: 'notices', rows: through('cause_id', 'invitations') },
    { table: 'notices', rows: through('cause_id', 'evidence_requests') },
    {
      table: 'evidence_items',
      rows: own,
      emptied: {
        title: `'（已刪除）'`,
        url: none,
        statement: none,
        candidate_part: none,
        others_data_reason: none,
        withdrawal_reason: none,
      },
    },
  ],
  judgements: [
    { table: 'notices', rows: through('cause_id', 'verifications') },
    { table: 'verification_actions', rows: through('verification_id', 'verifications') },
    { table: 'verifications', rows: own },
    { table: 'blind_judgements', rows: own },
    { table: 'judgements', rows: own },
    { table: 'claims', rows: own },
    { table: 'plan_acknowledgements', rows: through('plan_id', 'plans') },
    { table: 'plans', rows: own },
    { table: 'declarations', rows: through('item_id', 'evidence_items') },
    { table: 'waiver_withdrawals', rows: through('id', 'waivers') },
    { table: 'waivers', rows: own },
    { table: 'attributions', rows: own },
    { table: 'self_assessments', rows: own },
    { table: 'interest_declarations', rows: own },
  ],
  register: [
    {
      table: 'document_revisions',
      rows: ['number > 1 AND assessment_id =', ''],
      file: { sha256: 'sha256', size: 'size' },
      kept: true,
    },
    { table: 'notices', rows: through('cause_id', 'certificates') },
    { table: 'credentials', rows: through('document_number', 'certificates', 'document_number') },
    { table: 'certificate_documents', rows: through('id', 'certificates'), file: pdf, kept: true },
    { table: 'certificate_revocations', rows: through('id', 'certificates'), emptied: { note: gone } },
    { table: 'certificates', rows: own, emptied: { record: gone, holder_name: gone } },
    { table: 'appeal_decisions', rows: ofAppeal, emptied: { reasons: gone, record: gone }, file: pdf },
    { table: 'appeals', rows: ofVerdict, emptied: { grounds: gone } },
    { table: 'verdicts', rows: own, emptied: { record: gone }, file: pdf },
  ],
};

export interface Deletable {
  /** Rows of each table, and files and their bytes. */
  what: Record<string, number>;
  /** SHA-256 over the hashes of all rows; those of files hold the hashes of their bytes. */
  sha256: string;
  files: string[];
}

/** Everything that would be deleted, counted and hashed; read before the write that deletes it. */
export async function deletableOf(reader: Reader, assessmentId: string, kind: RetentionKind): Promise<Deletable> {
  const result: Deletable = { what: {}, sha256: '', files: [] };
  const hashes: string[] = [];
  for (const { table, rows: belonging, file } of steps[kind]) {
    const rows = await rowsOf(reader, table, belonging, assessmentId);
    if (rows.length > 0) result.what[table] = (result.what[table] ?? 0) + rows.length;
    hashes.push(...rows.map((row) => sha256(JSON.stringify([table, row], Object.keys(row).sort()))).sort());
    if (!file) continue;
    for (const row of rows) {
      result.files.push(String(row[file.sha256]));
      result.what.bytes = (result.what.bytes ?? 0) + Number(row[file.size]);
    }
  }
  result.sha256 = sha256(hashes.join('\n'));
  return result;
}

/** Deletes them. Their tombstone stands already, or the database refuses. */
export async function deleteRecords(tx: Tx, assessmentId: string, kind: RetentionKind): Promise<void> {
  for (const { table, rows, emptied, kept } of steps[kind]) {
    if (kept) continue;
    const assigned = Object.entries(emptied ?? {}).map(([column, value]) => `${column} = ${value}`);
    const statement = emptied ? `UPDATE ${table} SET ${assigned.join(', ')}` : `DELETE FROM ${table}`;
    const [before, after] = rows;
    await tx.sql`${() => statement} WHERE ${() => before} ${assessmentId}${() => after}`;
  }
}

function rowsOf(
  reader: Reader,
  table: string,
  [before, after]: Belonging,
  assessmentId: string,
): Promise<Record<string, unknown>[]> {
  return reader.sql`SELECT * FROM ${() => table} WHERE ${() => before} ${assessmentId}${() => after}`;
}
