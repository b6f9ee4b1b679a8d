import { IsNull, MoreThan } from 'typeorm';
import { type Actor } from '../common/actor.js';
import { type Reader } from '../database/database.js';
import { Invitation } from './invitation.entity.js';

/** The invitation that a secret opens now; the secret of one that expired or was revoked is as good as any other text. */
export async function openInvitation(reader: Reader, secretHash: string, now: string): Promise<Invitation | null> {
  return reader.findOneBy(Invitation, { secretHash, revokedAt: IsNull(), expiresAt: MoreThan(now) });
}

/** Whom the audit log names for what comes by a link: the invitation, as nobody else is known. */
export function invitedActor({ id }: Pick<Invitation, 'id'>): Actor {
  return { userId: id, operator: false, memberships: [] };
}
