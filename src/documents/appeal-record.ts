import { type PinnedTemplate } from './look.js';
import { type Day, type Instant, type Party, type PinnedCompetency, type VerdictOutcome } from './record.js';

export const appealSchema = 'touchstone/appeal/1';

/** In what role somebody decides an appeal. */
export const deciderRoles = ['administrator', 'verifier', 'assessor'] as const;
export type DeciderRole = (typeof deciderRoles)[number];

/** The verdict that the appeal is against, which stays as it was given. */
export interface AppealedVerdict {
  id: string;
  documentNumber: string;
  outcome: VerdictOutcome;
  decidedBy: Party;
  decidedAt: Instant;
  decidedOn: Day;
  recordSha256: string;
  pdfSha256: string;
  notifiedOn: Day;
  appealUntil: Day;
}

/** Everything that the decision on an appeal shows, as plain JSON: the document and its embedded record are this alone. */
export interface AppealRecord {
  schema: typeof appealSchema;
  documentNumber: string;
  verificationUrl: string;
  unit: PinnedCompetency;
  body: Party;
  candidate: Party;
  attempt: number;
  pathway: 'training' | 'rpl';
  verdict: AppealedVerdict;
  appeal: { id: string; grounds: string; filedAt: Instant; filedOn: Day };
  outcome: 'upheld' | 'dismissed';
  reasons: string;
  /** What follows: whether the verdict stands on. */
  verdictStands: boolean;
  decidedBy: Party & { role: DeciderRole };
  decidedAt: Instant;
  decidedOn: Day;
  /** The body's template it was made with; absent where it has none. */
  template?: PinnedTemplate;
}
