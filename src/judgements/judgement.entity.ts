import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Json, OptionalText, Text } from '../database/columns.js';
import { Claim } from '../evidence/claim.entity.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { User } from '../people/user.entity.js';

export const decisions = ['accepted', 'rejected', 'more_needed'] as const;
export type Decision = (typeof decisions)[number];

/** The four rules of evidence, each as the assessor found it. */
export interface FourRules {
  validity: boolean | null;
  sufficiency: boolean | null;
  authenticity: boolean | null;
  currency: boolean | null;
}

/** An assessor's answer to a claim. Rows are only ever added; an assessor's later one supersedes the earlier. */
@Entity('judgements')
@Index('judgements_claim', ['claimId'])
@Index('judgements_assessment', ['assessmentId'])
export class Judgement {
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
