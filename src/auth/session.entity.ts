import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, OptionalText, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';

/** A signed-in browser. The cookie holds the secret, the database only its hash. */
@Entity('sessions')
@Index('sessions_user', ['userId'])
@Index('sessions_end', ['expiresAt'])
export class Session {
  @Id()
  id: string;
  @Text({ unique: true })
  secretHash: string;
  @Text()
  @ForeignKey(() => User)
  userId: string;
  /** Shown in the person's own list of sessions, so that they recognise it. */
  @Text()
  userAgent: string;
  @Text()
  createdAt: string;
  @Text()
  expiresAt: string;
  @OptionalText()
  revokedAt: string | null;
}
