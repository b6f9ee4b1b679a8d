import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Flag, Id, Json, OptionalText, Text, Whole } from '../database/columns.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';
import { type DrawReason, type RiskPercents, type RiskThresholds } from './draw.js';

/** Which verdicts of a period are looked at again, and how many: made before its seed is known, and never changed. */
@Entity('sampling_plans')
@Index('sampling_plans_body', ['bodyId', 'id'])
export class SamplingPlan {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  /** Code without version of the documents it is about; null for all. */
  @OptionalText()
  documentBaseCode: string | null;
  /** Whose verdicts it is about; null for everybody's. */
  @OptionalText()
  @ForeignKey(() => User)
  assessorId: string | null;
  /** First and last day of deciding, in Taiwan. */
  @Text()
  periodFrom: string;
  @Text()
  periodTo: string;
  /** How many of a hundred are drawn where no risk asks for more. */
  @Whole()
  basePercent: number;
  /** Drawn at least, as far as there are that many. */
  @Whole()
  minimum: number;
  @Json()
  risk: RiskPercents;
  @Json()
  thresholds: RiskThresholds;
  /** Its verifiers judge each claim before they see what the assessors said. */
  @Flag()
  blind: boolean;
  /** 128 random bits, in hexadecimal: with it anybody can draw again. */
  @Text()
  seed: string;
  @Text()
  @ForeignKey(() => User)
  madeBy: string;
  @Text()
  madeAt: string;
}

/** One assessment that a plan has drawn, and why. */
@Entity('samples')
@Index('samples_plan', ['planId', 'assessmentId'], { unique: true })
@Index('samples_assessment', ['assessmentId'])
export class Sample {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => SamplingPlan)
  planId: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Json()
  reasons: DrawReason[];
  /** Its place in the order of all that could be drawn, from 1, at the time it was. */
  @Whole()
  rank: number;
  @Text()
  drawnAt: string;
}

/** Who verifies what was drawn. */
@Entity('sample_assignments')
@Index('sample_assignments_sample', ['sampleId', 'verifierId'], { unique: true })
@Index('sample_assignments_verifier', ['verifierId', 'assessmentId'])
export class SampleAssignment {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Sample)
  sampleId: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Text()
  @ForeignKey(() => User)
  verifierId: string;
  /** As the plan says: until their own are given, the verifier does not see the assessors' judgements. */
  @Flag()
  blind: boolean;
  @Text()
  @ForeignKey(() => User)
  assignedBy: string;
  @Text()
  assignedAt: string;
}
