import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, OptionalText, Text } from '../database/columns.js';
import { User } from '../people/user.entity.js';

/** A machine's key to one person's rights. The secret is shown once; the database keeps its hash. */
@Entity('api_tokens')
@Index('api_tokens_user', ['userId'])
export class ApiToken {
  @Id()
  id: string;
  @Text({ unique: true })
  secretHash: string;
  @Text()
  @ForeignKey(() => User)
  userId: string;
  @Text()
  name: string;
  @Text()
  createdAt: string;
  @OptionalText()
  expiresAt: string | null;
  @OptionalText()
  revokedAt: string | null;
}
