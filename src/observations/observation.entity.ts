import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Json, OptionalText, Text, Whole } from '../database/columns.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { User } from '../people/user.entity.js';

/** Normal work that was watched, or a task that was arranged for it. */
export const observedForms = ['observation', 'demonstration'] as const;
export type ObservedForm = (typeof observedForms)[number];

export const observedOutcomes = ['shown', 'not_shown', 'not_seen'] as const;

/** What the assessor saw of one target. */
export interface ObservedTarget {
  ref: string;
  outcome: (typeof observedOutcomes)[number];
  note?: string;
}

/**
 * An assessor's record of watching the candidate work. It is an evidence item under the same id, of form `observation`
 * where the work was normal and `demonstration` where it was arranged.
 */
@Entity('observations')
@Index('observations_sitting', ['sittingId'])
export class Observation {
  /** Made by the client, so that sending twice is harmless. */
  @PrimaryColumn('text')
  @ForeignKey(() => EvidenceItem)
  id: string;
  @Text()
  @ForeignKey(() => User)
  assessorId: string;
  @Text()
  startedAt: string;
  @OptionalText()
  endedAt: string | null;
  /** What the candidate was asked to do; of a demonstration only. */
  @OptionalText()
  task: string | null;
  /** Where it took place. */
  @Text()
  place: string;
  /** Who was present, in words. */
  @Text()
  present: string;
  /** The situation and conditions of the work. */
  @Text()
  context: string;
  @Text()
  notes: string;
  @OptionalText()
  method: string | null;
  @Json()
  outcomes: ObservedTarget[];
  /** The sitting that several observers watched together; its conclusion makes the claims. */
  @OptionalText()
  sittingId: string | null;
  /** Grows with each change: the record's ETag. */
  @Whole()
  revision: number;
  /** SHA-256 over the record and its files as they were signed; the item says when. */
  @OptionalText()
  signedSha256: string | null;
}
