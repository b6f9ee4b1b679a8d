import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Id, Json, OptionalText, Text } from '../database/columns.js';
import { Claim } from '../evidence/claim.entity.js';
import { type Decision, type FourRules } from '../judgements/judgement.entity.js';
import { User } from '../people/user.entity.js';

/**
 * A verifier's own answer to a claim, given without knowing the assessors'. It is no judgement and changes no verdict;
 * it tells how far two people agree.
 */
@Entity('blind_judgements')
@Index('blind_judgements_claim', ['claimId', 'judgedBy'], { unique: true })
@Index('blind_judgements_assessment', ['assessmentId', 'judgedBy'])
export class BlindJudgement {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Text()
  @ForeignKey(() => Claim)
  claimId: string;
  @Text()
  decision: Decision;
  @Json()
  rules: FourRules;
  @OptionalText()
  reason: string | null;
  @Text()
  @ForeignKey(() => User)
  judgedBy: string;
  @Text()
  judgedAt: string;
}
