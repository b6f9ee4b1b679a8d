import { type AppealOutcome } from '../after-verdict/appeal.entity.js';
import { type VerdictStanding } from '../after-verdict/verdict-standing.js';
import { type TargetResult, type VerdictOutcome } from '../documents/record.js';
import { type Outcome } from '../i18n/signing.js';
import { type SignatureLevel } from '../i18n/signing.js';
import { type Finding, type Reason } from './findings.js';

/** A line of the unit with its result, as the verdict has it. */
export class RegisteredTarget {
  code: string;
  text: string;
  result: TargetResult;
}

/** Whom a document is about. */
export class RegisteredHolder {
  name: string;
  /** Only the beginning of the name is told to who has nothing but the number. */
  masked: boolean;
}

/** How a document came to stand no more. */
export class RegisteredEnd {
  how: 'superseded' | 'revoked';
  /** The day in Taiwan. */
  on: string;
  /** A stable code, such as `appeal_upheld`. */
  reason: string;
}

/** A state of a document's PDF. */
export class RegisteredRevision {
  sha256: string;
  size: number;
  /** PAdES baseline level that it reached. */
  level: SignatureLevel;
  /** The day in Taiwan. */
  madeOn: string;
}

/** What the register says of a document, to be compared with the one in hand. */
export class RegisteredDocumentView {
  documentNumber: string;
  kind: 'verdict' | 'appeal_decision' | 'certificate';
  /** Whether what is registered stands; it says nothing yet of the paper or file in hand. */
  finding: 'valid' | 'no_longer_valid';
  issuedBy: string;
  /** Null once the entry is deleted. */
  holder: RegisteredHolder | null;
  unit: { code: string; version: number; edition: number; name: string };
  /** Null once the entry is deleted. */
  outcome: VerdictOutcome | AppealOutcome | null;
  /** Every line that has a result, in the order of the unit; none for a decision on an appeal. */
  targets: RegisteredTarget[];
  decidedOn: string;
  /** Of a certificate: its number in the body's register, and the day it was issued on; null for other documents. */
  certificate: { number: string; issuedOn: string } | null;
  /** Whether a verdict stands now; null for other documents. */
  standing: VerdictStanding | null;
  /** The number of the document by which this one no longer stands. */
  supersededBy: string | null;
  /** When and why it stopped standing; null while it stands. */
  ended: RegisteredEnd | null;
  /** The number of the verdict that a decision on an appeal is about, or that a certificate rests on. */
  about: string | null;
  /** SHA-256 of the PDF as it was issued. */
  pdfSha256: string;
  /** Every state of the PDF, the one that was issued first: each begins with the bytes of the one before it. */
  revisions: RegisteredRevision[];
  /** SHA-256 of the certificate that signed it. */
  signerSha256: string;
  /** Where the issuer's root certificate is. */
  rootCertificate: string;
  /** Where the issuer's trust bundle is, for checking offline. */
  trustBundle: string;
  /** When the entry was deleted, by which rule, and the hash of what it was. */
  deletion: { on: string; rule: string; sha256: string } | null;
}

/** One check of a signature, with its words in the language asked for. */
export class CheckStep {
  /** A stable code. */
  step: string;
  ok: boolean;
  /** A stable code of what was found. */
  found: string;
  text: string;
  /** Which signature, counted from 1; null where it is about the file. */
  signature: number | null;
}

/** Who signed, as the certificate in the file says. */
export class CheckSigner {
  name: string;
  organization: string | null;
  claimedAt: string | null;
  /** By when the signature was there, as a trusted time stamp proves. */
  provenAt: string | null;
  certificateSha256: string;
}

/** What a file turned out to be. The file was looked at and not kept. */
export class FileCheckView {
  finding: Finding;
  /** What led to the finding: a stable code. */
  reason: Reason;
  sha256: string;
  size: number;
  /** The document that the file is or claims to be, if the register has it. */
  document: RegisteredDocumentView | null;
  /** What its signatures alone say. */
  signatures: Outcome;
  /** PAdES baseline level that the file is laid out for; null where it cannot be told. */
  level: string | null;
  signers: CheckSigner[];
  steps: CheckStep[];
}
