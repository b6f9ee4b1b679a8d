import { dateIn } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { type Reader } from '../database/database.js';
import { type DeletedKind } from './tombstone.entity.js';

/** What is said of records that are gone, in their place. */
export class DeletionView {
  kind: DeletedKind;
  /** How many of each were deleted. */
  what: Record<string, number>;
  /** What the date of deletion followed from. */
  why: string;
  rule: string;
  /** From when on it was to be deleted. */
  dueOn: string;
  deletedAt: string;
  deletedBy: { id: string; name: string };
  /** SHA-256 over the hashes of everything that was deleted. */
  sha256: string;
}

interface Row extends Omit<DeletionView, 'what' | 'deletedBy'> {
  what: string;
  deletedBy: string;
  name: string | null;
}

/** What was deleted of an assessment, in the order it was. */
export async function deletionsOf(reader: Reader, assessmentId: string): Promise<DeletionView[]> {
  const rows: Row[] = await reader.sql`
    SELECT t.kind, t.what, t.why, t.rule, t.due_on AS "dueOn", t.deleted_at AS "deletedAt",
           t.deleted_by AS "deletedBy", u.name, t.sha256
    FROM tombstones t LEFT JOIN users u ON u.id = t.deleted_by
    WHERE t.assessment_id = ${assessmentId} ORDER BY t.id`;
  return rows.map(({ name, ...row }) => ({
    ...row,
    what: JSON.parse(row.what) as Record<string, number>,
    deletedBy: { id: row.deletedBy, name: name ?? row.deletedBy },
  }));
}

/** Throws `deleted`, with what is said in place of the records, if any of these kinds is gone. */
export async function refuseDeleted(reader: Reader, assessmentId: string, ...kinds: DeletedKind[]): Promise<void> {
  const gone = (await deletionsOf(reader, assessmentId)).filter(({ kind }) => kinds.includes(kind));
  if (gone[0]) throw new DomainError('deleted', { on: dateIn(gone[0].deletedAt) }, { details: gone });
}
