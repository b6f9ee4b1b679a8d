import { type TextParams } from '../i18n/i18n.js';
import { type Finding, type Outcome, type SignatureLevel, type StepName } from '../i18n/signing.js';

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
  /** The field that holds it: `seal` for the training body's. */
  field?: string;
  name: string;
  subjectId?: string;
  organization?: string;
  issuer: string;
  serialNumber: string;
  certificateSha256: string;
  claimedAt?: string;
  /** The earliest time by which the signature was there, as a trusted time stamp proves. */
  provenAt?: string;
}

/** A time stamp, as its authority's certificate says. Believe the time only where it is trusted. */
export interface TimeStampSummary {
  over: 'signature' | 'document';
  /** The number of the signature that it is in, or its own. */
  signature: number;
  trusted: boolean;
  time?: string;
  authority?: string;
  certificateSha256?: string;
}

/** A file that travels inside the document, exactly as embedded. */
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
  timeStamps: TimeStampSummary[];
  /** PAdES baseline level that the file is laid out for; each time stamp says whether it is trusted. */
  level?: SignatureLevel;
  /** The record. */
  attachment?: Attachment;
  /** The credential of a certificate, as it was found: nothing of it is checked here. */
  credential?: Attachment;
}
