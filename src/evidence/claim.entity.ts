import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Json, OptionalText, Text } from '../database/columns.js';
import { Assessment } from '../assessments/assessment.entity.js';
import { User } from '../people/user.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';

/** A rectangle on a page or a picture, in fractions of its width and height from the upper left corner. */
export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where in an item something shows: a file of several, a page, a region of it, a time span in seconds, a note. */
export interface Place {
  fileId?: string;
  page?: number;
  region?: Region;
  from?: number;
  to?: number;
  note?: string;
}

/** "This item (at this place) shows this target, by this method." */
@Entity('claims')
@Index('claims_assessment', ['assessmentId', 'targetRef'])
@Index('claims_item', ['itemId'])
export class Claim {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => Assessment)
  assessmentId: string;
  @Text()
  @ForeignKey(() => EvidenceItem)
  itemId: string;
  /** The `ref` of an item of the pinned document. */
  @Text()
  targetRef: string;
  /** The `ref` of an assessment method of the document. */
  @OptionalText()
  method: string | null;
  @Json({ nullable: true })
  place: Place | null;
  @Text()
  @ForeignKey(() => User)
  proposedBy: string;
  @Text()
  proposedAt: string;
  @OptionalText()
  withdrawnAt: string | null;
  @OptionalText()
  withdrawnBy: string | null;
  /** Why by this method, where the plan does not name it (rule V4). */
  @OptionalText()
  methodReason: string | null;
  /** The claim of the attempt before that is made again here (rule P6). */
  @OptionalText()
  carriedFrom: string | null;
}
