import { type Reader } from '../database/database.js';
import { type AssessmentFacts } from './facts.js';
import { idList } from './id-list.js';

type Enrolment = Pick<AssessmentFacts, 'candidate' | 'attempt' | 'previous'>;

interface EnrolmentRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly attempt: number;
  readonly previousId: string | null;
  readonly documentCode: string;
  readonly decidedAt: string | null;
  readonly withdrawnAt: string | null;
}

/** Whom these assessments assess, for which time, and what came before (rules A3 and P6): by assessment, in one query. */
export async function loadEnrolments(reader: Reader, ids: readonly string[]): Promise<Map<string, Enrolment>> {
  const rows: EnrolmentRow[] = await reader.sql`
    SELECT a.id, u.name, u.email, a.attempt, p.id AS "previousId", d.code AS "documentCode",
           p.decided_at AS "decidedAt", p.withdrawn_at AS "withdrawnAt"
    FROM assessments a JOIN users u ON u.id = a.candidate_id
      LEFT JOIN assessments p ON p.id = a.previous_id
      LEFT JOIN competency_documents d ON d.id = p.document_id
    WHERE a.id IN (${idList(ids)})`;
  return new Map(
    rows.map(({ id, name, email, attempt, previousId, documentCode, decidedAt, withdrawnAt }) => {
      const previous = previousId && { assessmentId: previousId, documentCode, decidedAt, withdrawnAt };
      return [id, { candidate: { name, email }, attempt, previous: previous || null }];
    }),
  );
}
