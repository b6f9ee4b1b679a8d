import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Text } from '../database/columns.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';

export const correctedFields = ['name', 'email'] as const;
export type CorrectedField = (typeof correctedFields)[number];

/** A correction of what is kept of a person. Documents that were issued before keep what they said. */
@Entity('corrections')
@Index('corrections_user', ['userId', 'id'])
export class Correction {
  @Id()
  id: string;
  /** The training body that corrected it. */
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  @Text()
  @ForeignKey(() => User)
  userId: string;
  @Text()
  field: CorrectedField;
  @Text()
  oldValue: string;
  @Text()
  newValue: string;
  @Text()
  reason: string;
  @Text()
  @ForeignKey(() => User)
  correctedBy: string;
  @Text()
  correctedAt: string;
}
