import { Entity, ForeignKey, Index } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Id, Json, OptionalText, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';
import { type ObservedTarget } from './observation.entity.js';

/** One occasion that several assessors watch at once, each keeping a record of their own. */
@Entity('sittings')
@Index('sittings_assessment', ['assessmentId'])
export class Sitting {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  /** Where it took place. */
  @Text()
  place: string;
  @Text()
  startedAt: string;
  @OptionalText()
  endedAt: string | null;
  /** What it was, and what was agreed of it. */
  @Text()
  note: string;
  @Text()
  @ForeignKey(() => User)
  openedBy: string;
  @Text()
  openedAt: string;
}

/** What the observers of a sitting together make of one target; the reason answers for their differences. */
export interface ConcludedTarget {
  ref: string;
  outcome: ObservedTarget['outcome'];
  reason: string | null;
}

/** The one conclusion of a sitting. It changes none of its records: their differences stay. */
@Entity('sitting_conclusions')
export class SittingConclusion {
  @Id()
  id: string;
  @Text({ unique: true })
  @ForeignKey(() => Sitting)
  sittingId: string;
  @Text()
  @ForeignKey(() => User)
  concludedBy: string;
  @Json()
  outcomes: ConcludedTarget[];
  @Text()
  notes: string;
  /** SHA-256 over the conclusion and the hashes of the signed records that it rests on. */
  @Text()
  contentSha256: string;
  @Text()
  concludedAt: string;
}
