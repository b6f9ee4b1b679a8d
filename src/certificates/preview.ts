import { evaluateAfter } from '../after-verdict/evaluate-after.js';
import { type AfterFacts, type AppealFact, type CertificateFact } from '../after-verdict/facts.js';
import { timeZone } from '../common/clock.js';
import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { notCertifiableTexts } from '../i18n/certificates.js';
import { type Locale } from '../i18n/i18n.js';
import { explain } from '../sufficiency/explain.js';
import { type Outcome } from '../verdicts/verdict.entity.js';
import { type CertifiableView } from './certifiable.view.js';

interface Row {
  id: string;
  candidateId: string;
  candidate: string;
  documentId: string;
  code: string;
  name: string;
  cohort: string | null;
  attempt: number;
  withdrawnAt: string | null;
  verdictId: string | null;
  outcome: Outcome | null;
  decidedAt: string;
  decidedBy: string;
  deleted: number | boolean;
  notifiedAt: string | null;
  appealUntil: string;
  appealId: string | null;
  filedAt: string;
  filedBy: string;
  decision: 'upheld' | 'dismissed' | null;
  appealDecidedAt: string;
  appealDecidedBy: string;
  reasons: string;
}

/**
 * Whether these assessments of a body qualify for a certificate (rule P10), in two queries. By the rules themselves, but
 * for who decided an appeal: that was looked at when it was decided, and is looked at again at issue.
 */
export async function previewOf(
  reader: Reader,
  { bodyId, actorId, ids, at }: { bodyId: string; actorId: string; ids: readonly string[]; at: string },
  locale: Locale,
): Promise<CertifiableView[]> {
  if (ids.length === 0) return [];
  const rows: Row[] = await reader.sql`
    SELECT a.id, a.candidate_id AS "candidateId", u.name AS candidate, a.document_id AS "documentId", k.code, k.name,
           a.cohort, a.attempt, a.withdrawn_at AS "withdrawnAt", v.id AS "verdictId", v.outcome,
           v.decided_at AS "decidedAt", v.decided_by AS "decidedBy",
           CASE WHEN v.record = '' THEN 1 ELSE 0 END AS deleted,
           n.notified_at AS "notifiedAt", n.appeal_until AS "appealUntil", p.id AS "appealId", p.filed_at AS "filedAt",
           p.filed_by AS "filedBy", d.outcome AS decision, d.decided_at AS "appealDecidedAt",
           d.decided_by AS "appealDecidedBy", d.reasons
    FROM assessments a
      JOIN users u ON u.id = a.candidate_id
      JOIN competency_documents k ON k.id = a.document_id
      LEFT JOIN verdicts v ON v.assessment_id = a.id
      LEFT JOIN verdict_notifications n ON n.verdict_id = v.id
      LEFT JOIN appeals p ON p.verdict_id = v.id AND p.withdrawn_at IS NULL
      LEFT JOIN appeal_decisions d ON d.appeal_id = p.id
    WHERE a.body_id = ${bodyId} AND a.id IN (${() => ids})
    ORDER BY a.id`;
  const certificates: CertificateFact[] = await reader.sql`
    SELECT c.number, c.verdict_id AS "verdictId", c.candidate_id AS "candidateId", k.code AS "documentCode",
           c.issued_at AS "issuedAt", r.revoked_at AS "revokedAt", r.reason AS "revocationReason",
           n.number AS "supersededBy"
    FROM certificates c
      JOIN competency_documents k ON k.id = c.document_id
      LEFT JOIN certificate_revocations r ON r.id = c.id
      LEFT JOIN certificates n ON n.previous_id = c.id
    WHERE c.body_id = ${bodyId}
      AND c.candidate_id IN (SELECT a.candidate_id FROM assessments a WHERE a.id IN (${() => ids}))
    ORDER BY c.number`;
  const held = groupBy(certificates, ({ candidateId, documentCode }) => `${candidateId} ${documentCode}`);
  return rows.map((row) => {
    const { id, candidateId, candidate, documentId, code, name, cohort, attempt, outcome } = row;
    const reasons = reasonsOf(row, held.get(`${candidateId} ${code}`) ?? [], { actorId, at }, locale);
    return {
      assessmentId: id,
      candidate: { id: candidateId, name: candidate },
      document: { id: documentId, code, name },
      cohort,
      attempt: Number(attempt),
      outcome,
      qualifies: reasons.length === 0,
      reasons,
    };
  });
}

function reasonsOf(
  row: Row,
  certificates: readonly CertificateFact[],
  { actorId, at }: { actorId: string; at: string },
  locale: Locale,
): CertifiableView['reasons'] {
  const plain = (code: keyof (typeof notCertifiableTexts)['zh-TW']) => [
    { code, text: notCertifiableTexts[locale][code] },
  ];
  if (row.candidateId === actorId) return plain('forbidden');
  if (row.withdrawnAt) return plain('assessment_withdrawn');
  if (!row.verdictId) return plain('assessment_undecided');
  if (Boolean(Number(row.deleted))) return plain('deleted');
  const { certificateRefused } = evaluateAfter(factsOf(row, certificates, at));
  return certificateRefused.map((finding) => ({ code: finding.problem, text: explain(finding, locale).problem }));
}

function factsOf(row: Row, certificates: readonly CertificateFact[], at: string): AfterFacts {
  const { verdictId, outcome, decidedAt, decidedBy, candidateId, code, notifiedAt, appealUntil } = row;
  return {
    verdict: { id: verdictId!, outcome: outcome!, decidedAt, decidedBy },
    assessorIds: [],
    candidateId,
    documentCode: code,
    at,
    zone: timeZone,
    notification: notifiedAt ? { notifiedAt, appealUntil } : null,
    appeals: row.appealId ? [appealOf(row, row.appealId)] : [],
    verifications: [],
    certificates,
  };
}

function appealOf(row: Row, id: string): AppealFact {
  const { filedAt, filedBy, decision: outcome, appealDecidedAt: at, appealDecidedBy: by, reasons } = row;
  return { id, filedAt, filedBy, withdrawnAt: null, decision: outcome && { by, at, outcome, reasons } };
}
