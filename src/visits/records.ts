import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { type ObservedTarget } from '../observations/observation.entity.js';
import { type Question } from '../questioning/questioning.entity.js';
import { type EvidenceForm, witnessedForms } from '../settings/evidence-class.js';
import { idList } from '../sufficiency/id-list.js';

/** A record that its author has not signed yet. */
export interface UnsignedRecord {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly form: EvidenceForm;
  /** What it says was shown or answered. */
  readonly refs: readonly string[];
}

interface Row extends Omit<UnsignedRecord, 'refs'> {
  readonly assessmentId: string;
  readonly outcomes: string | null;
  readonly questions: string | null;
}

/** By assessment: what this assessor has seen or asked there and not signed yet. One query. */
export async function unsignedRecords(
  reader: Reader,
  assessorId: string,
  assessmentIds: readonly string[],
): Promise<Map<string, UnsignedRecord[]>> {
  const rows: Row[] = await reader.sql`
    SELECT e.assessment_id AS "assessmentId", e.id, e.number, e.title, e.form, o.outcomes, q.questions
    FROM evidence_items e
      LEFT JOIN observations o ON o.id = e.id
      LEFT JOIN questionings q ON q.id = e.id
    WHERE e.assessment_id IN (${idList(assessmentIds)}) AND e.submitted_by = ${assessorId}
      AND e.form IN (${() => [...witnessedForms]}) AND e.signed_at IS NULL AND e.withdrawn_at IS NULL
    ORDER BY e.number`;
  const records = rows.map(({ outcomes, questions, ...row }) => {
    const seen = (JSON.parse(outcomes ?? '[]') as ObservedTarget[]).filter(({ outcome }) => outcome === 'shown');
    const asked = (JSON.parse(questions ?? '[]') as Question[]).filter(({ outcome }) => outcome === 'satisfactory');
    const refs = [...new Set([...seen.map(({ ref }) => ref), ...asked.flatMap(({ refs: some }) => some)])];
    return { ...row, refs };
  });
  return groupBy(records, ({ assessmentId }) => assessmentId);
}
