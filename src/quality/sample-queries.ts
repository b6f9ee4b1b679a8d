import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { idList } from '../sufficiency/id-list.js';
import { type Sample, type SamplingPlan } from './sampling.entity.js';
import { type NamedSample, type SampleVerifierView } from './sampling.view.js';

interface AssessmentRow {
  id: string;
  candidateName: string;
  documentCode: string;
  documentName: string;
  attempt: number;
  decidedAt: string;
  assessorName: string;
}

/** Joins to samples of one plan what was drawn and who verifies it, in two queries. */
export async function namedSamples(
  reader: Reader,
  plan: SamplingPlan,
  samples: readonly Sample[],
): Promise<NamedSample[]> {
  if (samples.length === 0) return [];
  const assessments: AssessmentRow[] = await reader.sql`
    SELECT a.id, u.name AS "candidateName", d.code AS "documentCode", d.name AS "documentName", a.attempt,
           v.decided_at AS "decidedAt", w.name AS "assessorName"
    FROM assessments a
      JOIN users u ON u.id = a.candidate_id
      JOIN competency_documents d ON d.id = a.document_id
      JOIN verdicts v ON v.assessment_id = a.id
      JOIN users w ON w.id = v.decided_by
    WHERE a.id IN (${idList(samples.map(({ assessmentId }) => assessmentId))})`;
  const verifiers: (SampleVerifierView & { sampleId: string })[] = await reader.sql`
    SELECT x.sample_id AS "sampleId", x.verifier_id AS id, u.name, x.assigned_at AS "assignedAt",
           (SELECT MIN(f.signed_at) FROM verifications f
            WHERE f.sample_id = x.sample_id AND f.verifier_id = x.verifier_id) AS "verifiedAt"
    FROM sample_assignments x JOIN users u ON u.id = x.verifier_id
    WHERE x.sample_id IN (${idList(samples.map(({ id }) => id))}) ORDER BY x.id`;
  const rows = new Map(assessments.map((row) => [row.id, row]));
  const bySample = groupBy(verifiers, ({ sampleId }) => sampleId);
  return samples.map((sample) => ({
    plan,
    sample,
    assessment: rows.get(sample.assessmentId)!,
    verifiers: (bySample.get(sample.id) ?? []).map(({ id, name, assignedAt, verifiedAt }) => {
      return { id, name, assignedAt, verifiedAt };
    }),
  }));
}
