import { Entity, ForeignKey, Index } from 'typeorm';
import { Bytes, Id, Text } from '../database/columns.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { User } from '../people/user.entity.js';

export const outcomes = ['competent', 'not_yet_competent'] as const;
export type Outcome = (typeof outcomes)[number];

/** The assessor's signed decision, with the basis it was taken on. Nothing in it ever changes. */
@Entity('verdicts')
@Index('verdicts_pdf', ['pdfSha256'])
export class Verdict {
  @Id()
  id: string;
  @Text({ unique: true })
  @ForeignKey(() => Assessment)
  assessmentId: string;
  /** Printed on the document; not guessable. */
  @Text({ unique: true })
  documentNumber: string;
  @Text()
  outcome: Outcome;
  @Text()
  @ForeignKey(() => User)
  decidedBy: string;
  @Text()
  decidedAt: string;
  /** The frozen basis: canonical JSON (RFC 8785). */
  @Text()
  record: string;
  @Text()
  recordSha256: string;
  @Text()
  pdfSha256: string;
  @Bytes()
  pdfSize: number;
  /** SHA-256 of the certificate that signed: a document signed by another key is not this one. */
  @Text()
  signerSha256: string;
  /** PAdES baseline level reached. */
  @Text()
  signatureLevel: string;
}
