import { type VerdictOutcome } from '../documents/record.js';

/** What the register says of a document, to be compared with the one in hand. It names no candidate. */
export class VerificationView {
  documentNumber: string;
  issuedBy: string;
  unit: { code: string; version: number; edition: number; name: string };
  outcome: VerdictOutcome;
  decidedOn: string;
  /** SHA-256 of the PDF as it was issued. */
  pdfSha256: string;
  /** SHA-256 of the certificate that signed it. */
  signerSha256: string;
  /** Where the issuer's root certificate is. */
  rootCertificate: string;
}
