import { Assessment } from '../assessments/assessment.entity.js';
import { timeZone } from '../common/clock.js';
import { found } from '../common/errors.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { type Reader } from '../database/database.js';
import { VerdictNotification } from '../verdicts/notification.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { Appeal, AppealDecision } from './appeal.entity.js';
import { type AfterFacts, type AppealFact } from './facts.js';
import { loadCertificates } from './load-certificates.js';
import { loadVerifications } from './load-verifications.js';

/** Everything the rules look at after a verdict, in a fixed number of queries. Throws `not_found`. */
export async function loadAfterFacts(reader: Reader, verdictId: string, at: string): Promise<AfterFacts> {
  const verdict = found(await reader.findOneBy(Verdict, { id: verdictId }));
  const { assessmentId, outcome, decidedAt, decidedBy } = verdict;
  const { bodyId, candidateId, documentId } = found(await reader.findOneBy(Assessment, { id: assessmentId }));
  const { code: documentCode } = found(
    await reader.findOne(CompetencyDocument, { where: { id: documentId }, select: { id: true, code: true } }),
  );
  const notification = await reader.findOneBy(VerdictNotification, { verdictId });
  const appeal = await reader.findOneBy(Appeal, { verdictId });
  const decision = appeal && (await reader.findOneBy(AppealDecision, { appealId: appeal.id }));
  return {
    verdict: { id: verdictId, outcome, decidedAt, decidedBy },
    assessorIds: await assessorsOf(reader, assessmentId),
    candidateId,
    documentCode,
    at,
    zone: timeZone,
    notification,
    appeals: appeal ? [appealFact(appeal, decision)] : [],
    verifications: await loadVerifications(reader, assessmentId),
    certificates: await loadCertificates(reader, { bodyId, candidateId, documentCode }),
  };
}

function appealFact({ id, filedAt, filedBy, withdrawnAt }: Appeal, decision: AppealDecision | null): AppealFact {
  const decided = decision && {
    by: decision.decidedBy,
    at: decision.decidedAt,
    outcome: decision.outcome,
    reasons: decision.reasons,
  };
  return { id, filedAt, filedBy, withdrawnAt, decision: decided };
}

/**
 * Everyone who observed, questioned, judged or decided in an assessment, also what was carried over into it or has been
 * taken back. One query.
 */
export async function assessorsOf(reader: Reader, assessmentId: string): Promise<string[]> {
  const rows: { id: string }[] = await reader.sql`
    SELECT judged_by AS id FROM judgements WHERE assessment_id = ${assessmentId}
    UNION SELECT decided_by FROM verdicts WHERE assessment_id = ${assessmentId}
    UNION SELECT stated_by FROM attributions WHERE assessment_id = ${assessmentId}
    UNION SELECT waived_by FROM waivers WHERE assessment_id = ${assessmentId}
    UNION SELECT b.withdrawn_by FROM waiver_withdrawals b JOIN waivers w ON w.id = b.id
      WHERE w.assessment_id = ${assessmentId}
    UNION SELECT c.concluded_by FROM sitting_conclusions c JOIN sittings s ON s.id = c.sitting_id
      WHERE s.assessment_id = ${assessmentId}
    UNION SELECT o.assessor_id FROM observations o JOIN evidence_items e ON o.id IN (e.id, e.origin_id)
      WHERE e.assessment_id = ${assessmentId}
    UNION SELECT q.assessor_id FROM questionings q JOIN evidence_items e ON q.id IN (e.id, e.origin_id)
      WHERE e.assessment_id = ${assessmentId}
    ORDER BY 1`;
  return rows.map(({ id }) => id);
}
