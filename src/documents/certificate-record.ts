import { type PinnedTemplate } from './look.js';
import { type Day, type Instant, type Party, type PinnedCompetency } from './record.js';

export const certificateSchema = 'touchstone/certificate/1';

/** The verdict that a certificate rests on, pinned by its hashes (rule P10). */
export interface CertifiedVerdict {
  id: string;
  documentNumber: string;
  decidedOn: Day;
  decidedBy: Party;
  recordSha256: string;
  pdfSha256: string;
}

/** Whom a certificate is for. */
export interface CertificateHolder extends Party {
  /** Only where the body prints it; null otherwise. */
  birthDate: Day | null;
  /** An identity number with most of it hidden, such as A12****789; null where the body prints none. */
  maskedId: string | null;
}

/**
 * Everything that a certificate shows, as plain JSON: the document and its embedded record are this alone.
 * Source: domain.md, "What a certificate shows".
 */
export interface CertificateRecord {
  schema: typeof certificateSchema;
  /** What /verify is asked by: it cannot be guessed. */
  documentNumber: string;
  verificationUrl: string;
  /** The body's register: `YYYY-NNNNNN`, without gaps in the body's year, never given twice. */
  certificateNumber: string;
  unit: PinnedCompetency;
  body: Party;
  /** Who stands for the body in print; the signature is the body's seal. */
  representative: { name: string; post: string } | null;
  holder: CertificateHolder;
  pathway: 'training' | 'rpl';
  verdict: CertifiedVerdict;
  issuedAt: Instant;
  issuedOn: Day;
  /** The certificate that this one takes the place of. */
  /** The body's template it was made with; absent where it has none. */
  template?: PinnedTemplate;
  replaces: { certificateNumber: string; documentNumber: string; reason: string } | null;
}
