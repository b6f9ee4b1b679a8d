import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, OptionalText, Text } from '../database/columns.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { User } from '../people/user.entity.js';

/** Keeps everything of an assessment from deletion, for its reason, until somebody releases it. */
@Entity('retention_holds')
@Index('retention_holds_assessment', ['assessmentId'])
export class RetentionHold {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Text()
  reason: string;
  @Text()
  @ForeignKey(() => User)
  placedBy: string;
  @Text()
  placedAt: string;
  @OptionalText()
  releasedBy: string | null;
  @OptionalText()
  releasedAt: string | null;
}
