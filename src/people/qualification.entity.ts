import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Json, OptionalText, Text } from '../database/columns.js';
import { TrainingBody } from './training-body.entity.js';
import { User } from './user.entity.js';

/** What entitles a person to assess for a training body, and when (rule P1). */
@Entity('qualifications')
@Index('qualifications_body_user', ['bodyId', 'userId'])
export class Qualification {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  @Text()
  @ForeignKey(() => User)
  userId: string;
  /** As it is printed on the verdict. */
  @Text()
  title: string;
  /** Codes without version of the documents it covers; empty covers all. */
  @Json()
  documentCodes: string[];
  @Text()
  validFrom: string;
  @OptionalText()
  validUntil: string | null;
  @Text()
  recordedBy: string;
  @Text()
  recordedAt: string;
  @OptionalText()
  revokedAt: string | null;
}
