import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Json, Text } from '../database/columns.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { Assessment } from './assessment.entity.js';

/** What of an assessment can be deleted at a time of its own; and the original of a file that was redacted. */
export const deletedKinds = ['evidence', 'judgements', 'register', 'redacted_original'] as const;
export type DeletedKind = (typeof deletedKinds)[number];

/**
 * What stays of records that were deleted: what, when, why, by whom, and a hash that a copy elsewhere can be held
 * against. The database lets go of append-only rows only while their tombstone stands. Source: domain.md R1.
 */
@Entity('tombstones')
@Index('tombstones_assessment', ['assessmentId', 'kind'])
@Index('tombstones_body', ['bodyId', 'id'])
export class Tombstone {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Text()
  kind: DeletedKind;
  /** How many rows of each table, and files and bytes: numbers only, no names and no words. */
  @Json()
  what: Record<string, number>;
  /** What the date followed from, one of `retentionReasons`. */
  @Text()
  why: string;
  /** The rule of domain.md that asked for it. */
  @Text()
  rule: string;
  /** From when on it was to be deleted. */
  @Text()
  dueOn: string;
  @Text()
  deletedBy: string;
  @Text()
  deletedAt: string;
  /** SHA-256 over the hashes of everything that was deleted. */
  @Text()
  sha256: string;
}
