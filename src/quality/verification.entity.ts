import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Id, Json, OptionalText, Text } from '../database/columns.js';
import { type FourRules } from '../judgements/judgement.entity.js';
import { User } from '../people/user.entity.js';
import { Sample } from './sampling.entity.js';

export const verificationOutcomes = ['confirmed', 'action_required'] as const;
export type VerificationOutcome = (typeof verificationOutcomes)[number];

/** What a verifier found: of one rule of evidence, of one target, or of the whole. */
export interface VerificationFinding {
  ruleOfEvidence: keyof FourRules | null;
  targetRef: string | null;
  text: string;
}

/** A verifier's signed look at how an assessment was done. It changes no verdict (rule P9). */
@Entity('verifications')
@Index('verifications_assessment', ['assessmentId', 'id'])
@Index('verifications_verifier', ['verifierId', 'signedAt'])
export class Verification {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  /** The sample it answers; null where it was not drawn. */
  @OptionalText()
  @ForeignKey(() => Sample)
  sampleId: string | null;
  @Text()
  @ForeignKey(() => User)
  verifierId: string;
  @Json()
  findings: VerificationFinding[];
  @Text()
  outcome: VerificationOutcome;
  /** What is to be done about the findings. */
  @OptionalText()
  action: string | null;
  /** The last day for it, in Taiwan. */
  @OptionalText()
  dueOn: string | null;
  /** SHA-256 over what the verifier signed. */
  @Text()
  contentSha256: string;
  @Text()
  signedAt: string;
}

/** The word of whoever saw to a verification's action that it is done. */
@Entity('verification_actions')
export class VerificationAction {
  @Id()
  id: string;
  @Text({ unique: true })
  @ForeignKey(() => Verification)
  verificationId: string;
  @Text()
  @ForeignKey(() => User)
  doneBy: string;
  @Text()
  doneAt: string;
  /** What was done. */
  @Text()
  note: string;
}
