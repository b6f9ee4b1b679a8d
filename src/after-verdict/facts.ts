import { type DateOnly, type Instant, type Outcome } from '../sufficiency/facts.js';

export interface AppealFact {
  readonly id: string;
  readonly filedAt: Instant;
  readonly filedBy: string;
  readonly withdrawnAt: Instant | null;
  readonly decision: {
    readonly by: string;
    readonly at: Instant;
    readonly outcome: 'upheld' | 'dismissed';
    readonly reasons: string;
  } | null;
}

export interface VerificationFact {
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
  readonly findings: string | null;
  readonly action: string | null;
  readonly dueOn: DateOnly | null;
  /** The verifier found nothing to mend, so that there is no action. */
  readonly confirmed?: boolean;
}

export interface CertificateFact {
  readonly number: string;
  readonly verdictId: string;
  readonly candidateId: string;
  readonly documentCode: string;
  readonly issuedAt: Instant;
  readonly revokedAt: Instant | null;
  readonly revocationReason: string | null;
  /** The number of the certificate that took its place. */
  readonly supersededBy: string | null;
}

/** Everything the rules look at once a verdict is given, as plain data; no rule reads a clock or a database. */
export interface AfterFacts {
  readonly verdict: {
    readonly id: string;
    readonly outcome: Outcome;
    readonly decidedAt: Instant;
    readonly decidedBy: string;
  };
  /** Everyone who judged, observed or decided in the assessment. */
  readonly assessorIds: readonly string[];
  readonly candidateId: string;
  /** The document version that was assessed. */
  readonly documentCode: string;
  /** The moment of measuring. What happened later is not seen. */
  readonly at: Instant;
  /** The time zone in which moments become days. */
  readonly zone: string;
  /** `appealUntil` is the last day on which the candidate may appeal. */
  readonly notification: { readonly notifiedAt: Instant; readonly appealUntil: DateOnly } | null;
  readonly appeals: readonly AppealFact[];
  readonly verifications: readonly VerificationFact[];
  /** Those of the candidate for this document version, and any other with a number of theirs. */
  readonly certificates: readonly CertificateFact[];
}

/** The facts as they stood at their moment: without what was filed, decided, issued or revoked later. */
export function asOfThen(facts: AfterFacts): AfterFacts {
  const { at } = facts;
  const seen = (moment: Instant | null): boolean => moment !== null && moment <= at;
  return {
    ...facts,
    notification: seen(facts.notification?.notifiedAt ?? null) ? facts.notification : null,
    appeals: facts.appeals
      .filter(({ filedAt }) => seen(filedAt))
      .map((appeal) => ({
        ...appeal,
        withdrawnAt: seen(appeal.withdrawnAt) ? appeal.withdrawnAt : null,
        decision: seen(appeal.decision?.at ?? null) ? appeal.decision : null,
      })),
    verifications: facts.verifications.filter((verification) => seen(verification.at)),
    certificates: facts.certificates
      .filter(({ issuedAt }) => seen(issuedAt))
      .map((certificate) => (seen(certificate.revokedAt) ? certificate : { ...certificate, revokedAt: null })),
  };
}

/** Whether an appeal waits for its decision. */
export function isOpen({ decision, withdrawnAt }: AppealFact): boolean {
  return decision === null && withdrawnAt === null;
}

/** Whether an appeal was upheld, so that the verdict stands no longer. */
export function isOverturned({ appeals }: Pick<AfterFacts, 'appeals'>): boolean {
  return appeals.some(({ decision }) => decision?.outcome === 'upheld');
}

/** Whether a certificate can still be shown to anybody. */
export function isValid({ revokedAt, supersededBy }: CertificateFact): boolean {
  return revokedAt === null && supersededBy === null;
}

/** Whether somebody had a hand in the verdict: assessed, decided, or is the one assessed. */
export function tookPart({ assessorIds, verdict, candidateId }: AfterFacts, userId: string): boolean {
  return userId === candidateId || userId === verdict.decidedBy || assessorIds.includes(userId);
}
