import { type Reader } from '../database/database.js';
import { type VerificationFact } from './facts.js';

interface Row extends Omit<VerificationFact, 'findings' | 'confirmed'> {
  readonly findings: string;
  readonly outcome: string;
}

/** The verifications of an assessment as rule P9 looks at them: quality assurance has the rows. */
export async function loadVerifications(reader: Reader, assessmentId: string): Promise<VerificationFact[]> {
  const rows: Row[] = await reader.sql`
    SELECT id, verifier_id AS "by", signed_at AS "at", findings, outcome, action, due_on AS "dueOn"
    FROM verifications WHERE assessment_id = ${assessmentId} ORDER BY id`;
  return rows.map(({ findings, outcome, ...row }) => {
    const texts = (JSON.parse(findings) as { text: string }[]).map(({ text }) => text);
    return { ...row, findings: texts.join('\n'), confirmed: outcome === 'confirmed' };
  });
}
