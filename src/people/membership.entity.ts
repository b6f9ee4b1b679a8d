import { Entity, ForeignKey, Index } from 'typeorm';
import { type Role } from '../common/actor.js';
import { Id, OptionalText, Text } from '../database/columns.js';
import { TrainingBody } from './training-body.entity.js';
import { User } from './user.entity.js';

/** One role of one person at one training body, from its creation until it is ended. */
@Entity('memberships')
@Index('memberships_user', ['userId'])
@Index('memberships_body', ['bodyId', 'role'])
export class Membership {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  @Text()
  @ForeignKey(() => User)
  userId: string;
  @Text()
  role: Role;
  @Text()
  createdAt: string;
  @OptionalText()
  endedAt: string | null;
}
