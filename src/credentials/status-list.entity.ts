import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Text, Whole } from '../database/columns.js';
import { TrainingBody } from '../people/training-body.entity.js';

/** One of a training body's published lists of which credentials are revoked. */
@Entity('status_lists')
@Index('status_lists_number', ['bodyId', 'number'], { unique: true })
export class StatusList {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => TrainingBody)
  bodyId: string;
  /** 1, 2, 3 … within the body: what the list's address ends in. */
  @Whole()
  number: number;
  @Text()
  createdAt: string;
}

/**
 * A place in a list, taken for ever by one credential. Places are drawn by lot, so that neither the order nor the number
 * of a body's credentials can be read from them. One whose credential was never issued stays empty.
 */
@Entity('status_entries')
@Index('status_entries_position', ['listId', 'position'], { unique: true })
export class StatusEntry {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => StatusList)
  listId: string;
  /** The bit, from 0. */
  @Whole()
  position: number;
  @Text()
  takenAt: string;
}

/** Why a credential no longer stands. The list itself tells nobody which of the two. */
export type RevocationCause = 'superseded' | 'revoked';

/** The end of a credential. It is never undone, and outlives the credential's own row. */
@Entity('status_revocations')
export class StatusRevocation {
  /** The place whose bit is set. */
  @Id()
  @ForeignKey(() => StatusEntry)
  entryId: string;
  @Text()
  cause: RevocationCause;
  @Text()
  revokedAt: string;
}
