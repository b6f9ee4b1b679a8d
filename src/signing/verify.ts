import { type VerificationReport } from './report.js';

export interface VerifyOptions {
  /** The roots that are trusted: DER certificates, or PEM text with any number of them. */
  trust: Uint8Array[] | string;
  /** Checks validity at this instant instead of the claimed signing time. */
  at?: Date;
}

/** Checks every signature of a PDF and what was done to the file afterwards. Never throws on hostile bytes. */
export async function verifyPdf(_bytes: Uint8Array, _options: VerifyOptions): Promise<VerificationReport> {
  throw new Error('not written yet');
}
