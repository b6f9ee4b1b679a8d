import { IsNull, Not } from 'typeorm';
import { audit } from '../audit/audit.js';
import { ApiToken } from '../auth/api-token.entity.js';
import { Session } from '../auth/session.entity.js';
import { type Actor } from '../common/actor.js';
import { type Tx } from '../database/database.js';
import { User } from './user.entity.js';

/** Ends a person's sessions, but for the one to keep, and API tokens: whoever came in by the old password is out. */
export async function endAccess(tx: Tx, userId: string, at: string, keep = ''): Promise<void> {
  await tx.update(Session, { userId, revokedAt: IsNull(), id: Not(keep) }, { revokedAt: at });
  await tx.update(ApiToken, { userId, revokedAt: IsNull() }, { revokedAt: at });
}

/** Gives an account a one-time password in place of the one it has, and ends what came in by that. */
export async function setOneTimePassword(
  tx: Tx,
  actor: Pick<Actor, 'userId'>,
  userId: string,
  { passwordHash, at, bodyId }: { passwordHash: string; at: string; bodyId: string | null },
): Promise<void> {
  await tx.update(User, { id: userId }, { passwordHash, oneTimePassword: true });
  await endAccess(tx, userId, at);
  await audit(tx, actor, { at, action: 'password.reset', subjectId: userId, bodyId });
}
