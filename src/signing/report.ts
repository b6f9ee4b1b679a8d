import { type TextParams } from '../i18n/i18n.js';

/** What a check looked at, in the order the checks are made. */
export type StepName =
  | 'signature_found'
  | 'byte_range'
  | 'digest'
  | 'signature_value'
  | 'signing_certificate'
  | 'chain'
  | 'certificate_use'
  | 'later_revisions'
  | 'attachment';

export const outcomes = ['valid', 'altered', 'untrusted', 'no_signature', 'malformed'] as const;
export type Outcome = (typeof outcomes)[number];

/** One check. `detail` is a stable finding code whose words are in `i18n/signing.ts`; `signature` counts from 1. */
export interface Step {
  step: StepName;
  ok: boolean;
  detail: string;
  params?: TextParams;
  signature?: number;
}

/** Who signed, as the certificate says. Believe it only when the outcome is `valid`. */
export interface SignatureSummary {
  name: string;
  subjectId?: string;
  organization?: string;
  issuer: string;
  serialNumber: string;
  certificateSha256: string;
  claimedAt?: string;
}

/** The record that travels inside the document, exactly as embedded. */
export interface Attachment {
  name: string;
  mediaType: string;
  sha256: string;
  bytes: Uint8Array;
}

export interface VerificationReport {
  outcome: Outcome;
  steps: Step[];
  signatures: SignatureSummary[];
  attachment?: Attachment;
}
