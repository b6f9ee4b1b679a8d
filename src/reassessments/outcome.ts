import { type Assessment } from '../assessments/assessment.entity.js';
import { type Access } from '../assessments/access.js';
import { type Actor } from '../common/actor.js';
import { DomainError } from '../common/errors.js';
import { type Reader } from '../database/database.js';
import { type Outcome } from '../verdicts/verdict.entity.js';

/** What an assessment ended in, and what became of it on appeal. */
export interface LastOutcome {
  readonly outcome: Outcome;
  readonly decidedBy: string;
  readonly appeal: 'open' | 'upheld' | 'dismissed' | null;
}

/** The verdict of an assessment with its appeal, or null without a verdict. One query. */
export async function lastOutcome(reader: Reader, assessmentId: string): Promise<LastOutcome | null> {
  const rows: {
    outcome: Outcome;
    decidedBy: string;
    appealId: string | null;
    decision: 'upheld' | 'dismissed' | null;
  }[] = await reader.sql`
      SELECT v.outcome, v.decided_by AS "decidedBy", p.id AS "appealId", d.outcome AS decision
      FROM verdicts v
        LEFT JOIN appeals p ON p.verdict_id = v.id AND p.withdrawn_at IS NULL
        LEFT JOIN appeal_decisions d ON d.appeal_id = p.id
      WHERE v.assessment_id = ${assessmentId}`;
  const [row] = rows;
  if (!row) return null;
  return { outcome: row.outcome, decidedBy: row.decidedBy, appeal: row.decision ?? (row.appealId ? 'open' : null) };
}

/**
 * Refuses a next attempt where none is due: while the assessment or an appeal is open, or while a competent verdict
 * stands; and after an upheld appeal under whom it was upheld against. Sources: domain.md P6, P7.
 */
export function requireReassessable(
  { withdrawnAt }: Pick<Assessment, 'withdrawnAt'>,
  last: LastOutcome | null,
  leadAssessorId: string,
): void {
  if (!last) {
    if (!withdrawnAt) throw new DomainError('assessment_undecided');
    return;
  }
  requireSettled(last, leadAssessorId);
  if (last.appeal !== 'upheld' && last.outcome === 'competent') throw new DomainError('verdict_stands');
}

/** Refuses to go on while an appeal is open, and after one that was upheld under whom it was upheld against (P7). */
export function requireSettled(last: LastOutcome | null, leadAssessorId: string): void {
  if (last?.appeal === 'open') throw new DomainError('appeal_open');
  if (last?.appeal === 'upheld' && last.decidedBy === leadAssessorId) throw new DomainError('another_assessor_needed');
}

/** A lead assessor goes on themselves; to give the next attempt to somebody else is for those who run the body. */
export function requireMayAppoint(actor: Actor, { standing }: Pick<Access, 'standing'>, leadAssessorId: string): void {
  if (!standing.manages && leadAssessorId !== actor.userId) throw new DomainError('forbidden');
}
