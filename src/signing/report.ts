import { type TextParams } from '../i18n/i18n.js';
import { type Finding, type Outcome, type StepName } from '../i18n/signing.js';

/** One check. `signature` counts from 1 where the check is about one of the signatures. */
export interface Step {
  step: StepName;
  ok: boolean;
  detail: Finding;
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
