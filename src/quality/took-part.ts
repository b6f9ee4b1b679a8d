import { DomainError } from '../common/errors.js';
import { assessorsOf } from '../after-verdict/load-after-facts.js';
import { type Reader } from '../database/database.js';

/** Refuses a verifier who ever assessed, decided, or is the one assessed. Source: domain.md P9. */
export async function requireOutsider(reader: Reader, assessmentId: string, userId: string): Promise<void> {
  const rows: unknown[] = await reader.sql`
    SELECT 1 FROM assignments WHERE assessment_id = ${assessmentId} AND user_id = ${userId} AND duty <> 'verifier'
    UNION ALL SELECT 1 FROM assessments WHERE id = ${assessmentId} AND candidate_id = ${userId}`;
  if (rows.length === 0 && !(await assessorsOf(reader, assessmentId)).includes(userId)) return;
  const reason = 'verifier_took_part';
  throw new DomainError('rule_broken', { reason }, { details: { rule: 'P9', reason } });
}
