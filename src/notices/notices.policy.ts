import { type Actor, hasRole } from '../common/actor.js';
import { type Notice } from './notice.entity.js';

/** A notice is its reader's, and its body's who has to see that it arrives. */
export function canRead(actor: Actor, { userId, bodyId }: Notice): boolean {
  return userId === actor.userId || (bodyId !== null && hasRole(actor, bodyId, 'administrator', 'officer'));
}

/**
 * Where nothing is mailed an administrator hands a link over by hand, as long as it is good; never to the person whom
 * it lets somebody else speak of.
 */
export function canSeeLink(actor: Actor, notice: Notice, mailing: boolean, at: string): boolean {
  const { bodyId, link, sentAt, droppedAt, expiresAt, aboutId } = notice;
  const open = link !== null && sentAt === null && droppedAt === null && at < expiresAt;
  const theirs = bodyId !== null && hasRole(actor, bodyId, 'administrator') && actor.userId !== aboutId;
  return open && theirs && !mailing;
}
