import {
  type AfterFacts,
  type AppealFact,
  type CertificateFact,
  type VerificationFact,
} from '../../src/after-verdict/facts.js';

/** An appeal that the candidate filed in time, and that waits. */
export function makeAppeal(changes: Partial<AppealFact> = {}): AppealFact {
  return {
    id: 'appeal',
    filedAt: '2026-03-20T04:00:00.000Z',
    filedBy: 'candidate',
    withdrawnAt: null,
    decision: null,
    ...changes,
  };
}

/** A decision by somebody who had no part in the verdict. */
export function makeDecision(changes: Partial<NonNullable<AppealFact['decision']>> = {}): AppealFact['decision'] {
  return { by: 'manager', at: '2026-03-25T04:00:00.000Z', outcome: 'dismissed', reasons: '證據無誤。', ...changes };
}

export function makeVerification(changes: Partial<VerificationFact> = {}): VerificationFact {
  return {
    id: 'verification',
    by: 'verifier',
    at: '2026-03-25T04:00:00.000Z',
    findings: '觀察紀錄過於簡略。',
    action: '評量者補充觀察重點。',
    dueOn: '2026-04-30',
    ...changes,
  };
}

/** The certificate that came of the verdict. */
export function makeCertificate(changes: Partial<CertificateFact> = {}): CertificateFact {
  return {
    number: 'C-1',
    verdictId: 'verdict',
    candidateId: 'candidate',
    documentCode: 'unit-v2',
    issuedAt: '2026-03-18T04:00:00.000Z',
    revokedAt: null,
    revocationReason: null,
    supersededBy: null,
    ...changes,
  };
}

/** A verdict of 15 March 2026, notified a day later, from which a certificate may be issued. */
export function makeAfter(changes: Partial<AfterFacts> = {}): AfterFacts {
  return {
    verdict: { id: 'verdict', outcome: 'competent', decidedAt: '2026-03-15T04:00:00.000Z', decidedBy: 'lead' },
    assessorIds: ['lead', 'second'],
    candidateId: 'candidate',
    documentCode: 'unit-v2',
    at: '2026-05-01T04:00:00.000Z',
    zone: 'Asia/Taipei',
    notification: { notifiedAt: '2026-03-16T04:00:00.000Z', appealUntil: '2026-04-15' },
    appeals: [],
    verifications: [],
    certificates: [],
    ...changes,
  };
}
