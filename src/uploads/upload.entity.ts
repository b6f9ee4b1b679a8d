import { Entity, ForeignKey, Index } from 'typeorm';
import { Bytes, Id, Json, OptionalText, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';

/** A piece of an upload as it lies on disk, whole and synced. */
export interface Part {
  name: string;
  size: number;
}

/**
 * A file on its way. The row says which parts count: one that it does not name was never acknowledged. That makes an
 * offset one compare-and-set of a row, across crashes and instances, and no lock has to outlive anybody.
 */
@Entity('uploads')
@Index('uploads_maker', ['makerId'])
@Index('uploads_end', ['expiresAt'])
export class ResumableUpload {
  @Id()
  id: string;
  @Text()
  @ForeignKey(() => User)
  makerId: string;
  /** Where it is meant for. No foreign key: an upload must not stand in the way of a deletion, and ends by itself. */
  @Text()
  assessmentId: string;
  @Text()
  name: string;
  @Bytes()
  size: number;
  @Bytes()
  received: number;
  @Json()
  parts: Part[];
  @Text()
  createdAt: string;
  /** Moves on with every part that arrives. */
  @Text()
  expiresAt: string;
  /** The evidence that it became a file of. */
  @OptionalText()
  usedFor: string | null;
}
