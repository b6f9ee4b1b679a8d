import { type AppealOutcome } from '../after-verdict/appeal.entity.js';
import { type VerdictStanding } from '../after-verdict/verdict-standing.js';
import { type VerdictOutcome } from '../documents/record.js';

/** What the register says of a document, to be compared with the one in hand. It names no candidate. */
export class VerificationView {
  documentNumber: string;
  kind: 'verdict' | 'appeal_decision';
  issuedBy: string;
  unit: { code: string; version: number; edition: number; name: string };
  /** Null once the entry is deleted. */
  outcome: VerdictOutcome | AppealOutcome | null;
  decidedOn: string;
  /** Whether a verdict stands now; null for a decision on an appeal. */
  standing: VerdictStanding | null;
  /** The number of the decision by which a verdict no longer stands. */
  supersededBy: string | null;
  /** The number of the verdict that a decision on an appeal is about. */
  about: string | null;
  /** SHA-256 of the PDF as it was issued. */
  pdfSha256: string;
  /** SHA-256 of the certificate that signed it. */
  signerSha256: string;
  /** Where the issuer's root certificate is. */
  rootCertificate: string;
  /** When the entry was deleted, by which rule, and the hash of what it was. */
  deletion: { on: string; rule: string; sha256: string } | null;
}
