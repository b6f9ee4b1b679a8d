import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';
import { Plan } from './plan.entity.js';

/** The candidate's word that they know this version and its privacy notice (rule P2): login, time and hash. */
@Entity('plan_acknowledgements')
@Index('plan_acknowledgements_plan', ['planId', 'userId'], { unique: true })
export class PlanAcknowledgement {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Plan)
  planId: string;
  @Text()
  @ForeignKey(() => User)
  userId: string;
  /** SHA-256 over the content and the privacy notice that were shown. */
  @Text()
  contentSha256: string;
  @Text()
  acknowledgedAt: string;
}
