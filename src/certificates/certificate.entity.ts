import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { Bytes, Id, OptionalText, Text, Whole } from '../database/columns.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { CertificateBatch } from './batch.entity.js';

/** Why a certificate took the place of an earlier one. */
export const reissueReasons = ['name_corrected', 'lost', 'other'] as const;
export type ReissueReason = (typeof reissueReasons)[number];

/**
 * An entry of a body's register: a number and, frozen, what the certificate says. It is there before its document is,
 * which is made from it and from nothing else, so that no number is lost to a crash (rule P10). Nothing in it changes.
 */
@Entity('certificates')
@Index('certificates_serial', ['bodyId', 'year', 'serial'], { unique: true })
@Index('certificates_candidate', ['candidateId', 'documentId'])
@Index('certificates_assessment', ['assessmentId'])
@Index('certificates_verdict', ['verdictId'])
@Index('certificates_batch', ['batchId'])
export class Certificate {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Text()
  @ForeignKey(() => Verdict)
  verdictId: string;
  @Text()
  @ForeignKey(() => User)
  candidateId: string;
  @Text()
  @ForeignKey(() => CompetencyDocument)
  documentId: string;
  /** The year in Taipei in which it was issued. */
  @Whole()
  year: number;
  /** From 1, without gaps in the body's year, never given twice. */
  @Whole()
  serial: number;
  /** Year and serial as they are printed: `2026-000001`. */
  @Text()
  number: string;
  /** Printed on the document, and what /verify is asked by; not guessable. */
  @Text({ unique: true })
  documentNumber: string;
  /** As it is printed, whatever the person is called later. */
  @Text()
  holderName: string;
  /** Everything the certificate says: canonical JSON (RFC 8785). */
  @Text()
  record: string;
  @Text()
  @ForeignKey(() => User)
  issuedBy: string;
  @Text()
  issuedAt: string;
  /** The certificate that it took the place of, which is superseded by that. */
  @Text({ nullable: true, unique: true })
  @ForeignKey(() => Certificate)
  previousId: string | null;
  @OptionalText()
  reissueReason: ReissueReason | null;
  /** The batch that it was issued in. */
  @OptionalText()
  @ForeignKey(() => CertificateBatch)
  batchId: string | null;
}

/** The signed PDF of a certificate, once it is durably stored. */
@Entity('certificate_documents')
@Index('certificate_documents_pdf', ['pdfSha256'])
export class CertificateDocument {
  /** The certificate's. */
  @Id()
  @ForeignKey(() => Certificate)
  id: string;
  @Text()
  recordSha256: string;
  @Text()
  pdfSha256: string;
  @Bytes()
  pdfSize: number;
  /** SHA-256 of the certificate of the body's seal that signed. */
  @Text()
  signerSha256: string;
  /** PAdES baseline level reached. */
  @Text()
  signatureLevel: string;
  @Text()
  madeAt: string;
}

/** Why a certificate is worth nothing any more. `verdict_overturned` comes of an upheld appeal alone. */
export const revocationReasons = ['verdict_overturned', 'issued_in_error', 'fraud', 'holder_request', 'other'] as const;
export type RevocationReason = (typeof revocationReasons)[number];

/** That a certificate was revoked. There is no way back: another one is issued, if at all. */
@Entity('certificate_revocations')
export class CertificateRevocation {
  /** The certificate's. */
  @Id()
  @ForeignKey(() => Certificate)
  id: string;
  @Text()
  reason: RevocationReason;
  /** In words; for an upheld appeal the number of its decision. */
  @Text()
  note: string;
  @Text()
  @ForeignKey(() => User)
  revokedBy: string;
  @Text()
  revokedAt: string;
}
