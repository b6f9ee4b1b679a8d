import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Json, Text, Whole } from '../database/columns.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { type RuleSettings } from './rule-settings.js';

/** One version of a training body's rule settings, for good: what was judged under it stays so. */
@Entity('rule_settings')
@Index('rule_settings_version', ['bodyId', 'version'], { unique: true })
export class RuleSettingsVersion {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  /** Counts from 1 in each body; before it the defaults are in force, as version 0. */
  @Whole()
  version: number;
  /** All values; one that a version from before does not have yet is the default. */
  @Json()
  settings: Partial<RuleSettings>;
  /** Why they were changed. */
  @Text()
  reason: string;
  /** A person, or `system`. */
  @Text()
  changedBy: string;
  /** It is in force for what happens after this moment. */
  @Text()
  changedAt: string;
}
