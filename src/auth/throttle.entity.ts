import { Entity, Index } from 'typeorm';
import { Id, Text, Whole } from '../database/columns.js';

/** Failed attempts under one key (a hash of account or address). Shared by every instance through the database. */
@Entity('throttles')
@Index('throttles_end', ['windowEndsAt'])
export class Throttle {
  @Id()
  key: string;
  @Whole()
  failures: number;
  /** Failures before this instant are forgotten. */
  @Text()
  windowEndsAt: string;
}
