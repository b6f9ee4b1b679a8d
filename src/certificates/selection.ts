import { type SelectQueryBuilder } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { type Reader } from '../database/database.js';

/** The assessments `a` of a body by cohort and document; those that the candidate left are not among them. */
export function selected(
  reader: Reader,
  bodyId: string,
  { cohort, documentId }: { cohort?: string | null; documentId?: string | null },
): SelectQueryBuilder<Assessment> {
  const rows = reader
    .createQueryBuilder(Assessment, 'a')
    .where('a.body_id = :bodyId AND a.withdrawn_at IS NULL', { bodyId });
  if (cohort) rows.andWhere('a.cohort = :cohort', { cohort });
  if (documentId) rows.andWhere('a.document_id = :documentId', { documentId });
  return rows;
}

/** Of those, the ones of a competent verdict whose candidate holds no certificate of it: rule P10 is asked at issue. */
export function uncertified(...asked: Parameters<typeof selected>): SelectQueryBuilder<Assessment> {
  return selected(...asked)
    .andWhere(`EXISTS (SELECT 1 FROM verdicts v WHERE v.assessment_id = a.id AND v.outcome = 'competent')`)
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM certificates c WHERE c.assessment_id = a.id
        AND NOT EXISTS (SELECT 1 FROM certificate_revocations r WHERE r.id = c.id)
        AND NOT EXISTS (SELECT 1 FROM certificates n WHERE n.previous_id = c.id))`,
    )
    .orderBy('a.id');
}
