import { Entity, ForeignKey, Index } from 'typeorm';
import { Bytes, Id, OptionalText, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';

/** The candidate's appeal against a verdict, at most one for each (rule P7). */
@Entity('appeals')
export class Appeal {
  @Id()
  id: string;
  @Text({ unique: true })
  @ForeignKey(() => Verdict)
  verdictId: string;
  @Text()
  @ForeignKey(() => User)
  filedBy: string;
  /** Why, in the candidate's own words. */
  @Text()
  grounds: string;
  @Text()
  filedAt: string;
  /** When the candidate took it back, before it was decided. */
  @OptionalText()
  withdrawnAt: string | null;
}

export const appealOutcomes = ['upheld', 'dismissed'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/** What somebody else decided of it: a signed document of its own. Nothing in it ever changes. */
@Entity('appeal_decisions')
@Index('appeal_decisions_pdf', ['pdfSha256'])
export class AppealDecision {
  @Id()
  id: string;
  @Text({ unique: true })
  @ForeignKey(() => Appeal)
  appealId: string;
  /** Printed on the document; not guessable, and no verdict's. */
  @Text({ unique: true })
  documentNumber: string;
  /** `upheld`: the verdict no longer stands. It stays as it was given. */
  @Text()
  outcome: AppealOutcome;
  @Text()
  reasons: string;
  @Text()
  @ForeignKey(() => User)
  decidedBy: string;
  @Text()
  decidedAt: string;
  /** What the document shows: canonical JSON (RFC 8785). */
  @Text()
  record: string;
  @Text()
  recordSha256: string;
  @Text()
  pdfSha256: string;
  @Bytes()
  pdfSize: number;
  /** SHA-256 of the certificate that signed. */
  @Text()
  signerSha256: string;
  /** PAdES baseline level reached. */
  @Text()
  signatureLevel: string;
}
