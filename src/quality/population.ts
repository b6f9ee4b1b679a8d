import { timeZone } from '../common/clock.js';
import { type Reader } from '../database/database.js';
import { endOfDay, startOfDay } from '../sufficiency/dates.js';
import { type Drawable } from './draw.js';
import { type SamplingPlan } from './sampling.entity.js';

type Row = Pick<Drawable, 'assessmentId'> & Record<Exclude<keyof Drawable, 'assessmentId'>, number | string>;

/**
 * The verdicts that a plan is about, as far as they were given, each with how many were given before it at the body:
 * by the same assessor, on the same unit or standard whatever its version, and both.
 */
export async function populationOf(reader: Reader, plan: SamplingPlan): Promise<Drawable[]> {
  const { bodyId, documentBaseCode, assessorId } = plan;
  const [from, until] = [startOfDay(timeZone, plan.periodFrom), endOfDay(timeZone, plan.periodTo)];
  const rows: Row[] = await reader.sql`
    SELECT "assessmentId", "verdictsOfAssessor", "verdictsOfUnit", "verdictsOfAssessorWithUnit",
           CASE WHEN EXISTS (SELECT 1 FROM appeals p WHERE p.verdict_id = h.id) THEN 1 ELSE 0 END AS complaint
    FROM (
      SELECT v.id, v.assessment_id AS "assessmentId", v.decided_by, v.decided_at, d.base_code,
        ROW_NUMBER() OVER (PARTITION BY v.decided_by ORDER BY v.decided_at, v.id) - 1 AS "verdictsOfAssessor",
        ROW_NUMBER() OVER (PARTITION BY d.base_code ORDER BY v.decided_at, v.id) - 1 AS "verdictsOfUnit",
        ROW_NUMBER() OVER (PARTITION BY v.decided_by, d.base_code ORDER BY v.decided_at, v.id) - 1
          AS "verdictsOfAssessorWithUnit"
      FROM verdicts v
        JOIN assessments a ON a.id = v.assessment_id
        JOIN competency_documents d ON d.id = a.document_id
      WHERE a.body_id = ${bodyId}
    ) h
    WHERE h.decided_at >= ${from} AND h.decided_at < ${until}
      AND (CAST(${documentBaseCode} AS text) IS NULL OR h.base_code = ${documentBaseCode})
      AND (CAST(${assessorId} AS text) IS NULL OR h.decided_by = ${assessorId})`;
  return rows.map((row) => ({
    assessmentId: row.assessmentId,
    // PostgreSQL counts rows in 64 bits, which its driver gives as text.
    verdictsOfAssessor: Number(row.verdictsOfAssessor),
    verdictsOfUnit: Number(row.verdictsOfUnit),
    verdictsOfAssessorWithUnit: Number(row.verdictsOfAssessorWithUnit),
    complaint: Number(row.complaint) === 1,
  }));
}
