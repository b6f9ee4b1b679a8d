import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Id, OptionalText, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';

export const ratings = ['can', 'partly', 'not_yet'] as const;
export type Rating = (typeof ratings)[number];

/** What a candidate says of themselves and one target. The latest word stands; no rule ever reads it. */
@Entity('self_assessments')
@Index('self_assessments_assessment', ['assessmentId', 'id'])
export class SelfAssessment {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  /** The `ref` of something evidence can show in the pinned document. */
  @Text()
  targetRef: string;
  @Text()
  rating: Rating;
  @OptionalText()
  note: string | null;
  @Text()
  @ForeignKey(() => User)
  statedBy: string;
  @Text()
  statedAt: string;
}
