import { Entity, ForeignKey } from 'typeorm';
import { Id, Text, Whole } from '../database/columns.js';
import { User } from '../people/user.entity.js';
import { Verdict } from './verdict.entity.js';

export const channels = ['in_app', 'in_person', 'post'] as const;
export type Channel = (typeof channels)[number];

/** That the candidate was told of the verdict: from this day the appeal window runs (rule P7). */
@Entity('verdict_notifications')
export class VerdictNotification {
  @Id()
  id: string;
  @Text({ unique: true })
  @ForeignKey(() => Verdict)
  verdictId: string;
  @Text()
  channel: Channel;
  /** Who told them, or wrote down that they were told. */
  @Text()
  @ForeignKey(() => User)
  notifiedBy: string;
  /** When it was written down. */
  @Text()
  notifiedAt: string;
  /** The day in Taipei on which they were told. */
  @Text()
  notifiedOn: string;
  /** The last day in Taipei on which they may appeal. */
  @Text()
  appealUntil: string;
  /** The version of the rule settings that gave the length of the window; 0 is the defaults. */
  @Whole()
  settingsVersion: number;
}
