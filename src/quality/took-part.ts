import { DomainError } from '../common/errors.js';
import { type Reader } from '../database/database.js';

/** Refuses a verifier who assessed, decided or is the one assessed, now or before. Source: domain.md P9. */
export async function requireOutsider(reader: Reader, assessmentId: string, userId: string): Promise<void> {
  const rows: unknown[] = await reader.sql`
    SELECT 1 FROM assignments WHERE assessment_id = ${assessmentId} AND user_id = ${userId} AND duty <> 'verifier'
    UNION ALL SELECT 1 FROM judgements WHERE assessment_id = ${assessmentId} AND judged_by = ${userId}
    UNION ALL SELECT 1 FROM verdicts WHERE assessment_id = ${assessmentId} AND decided_by = ${userId}
    UNION ALL SELECT 1 FROM assessments WHERE id = ${assessmentId} AND candidate_id = ${userId}
    LIMIT 1`;
  if (rows.length === 0) return;
  const reason = 'verifier_took_part';
  throw new DomainError('rule_broken', { reason }, { details: { rule: 'P9', reason } });
}
