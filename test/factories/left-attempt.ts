import { Assessment } from '../../src/assessments/assessment.entity.js';
import { type Database } from '../../src/database/database.js';
import { assessmentWith, type AssessmentShape } from './assessment.js';

/** An attempt that the candidate left before anything was in it, for later ones to follow (rule P6). Answers its id. */
export async function leftAttempt(db: Database, shape: Omit<AssessmentShape, 'items' | 'refs'>): Promise<string> {
  const { id } = await assessmentWith(db, { ...shape, attempt: 0, items: 0, refs: [] });
  const withdrawal = { withdrawnAt: '2026-01-02T00:00:00.000Z', withdrawnBy: shape.candidateId };
  await db.write((tx) => tx.update(Assessment, { id }, withdrawal));
  return id;
}
