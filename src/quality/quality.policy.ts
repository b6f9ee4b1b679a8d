import { type Actor, hasRole } from '../common/actor.js';
import { DomainError } from '../common/errors.js';
import { canSeeBody } from '../people/people.policy.js';

/** Plans and draws are for those who run the body. */
export function requirePlanner(actor: Actor, bodyId: string): void {
  require(actor, bodyId, hasRole(actor, bodyId, 'administrator', 'officer'));
}

/** What quality assurance knows of a body is for those who run it and those who verify there. */
export function requireQuality(actor: Actor, bodyId: string): void {
  require(actor, bodyId, hasRole(actor, bodyId, 'administrator', 'officer', 'verifier'));
}

function require(actor: Actor, bodyId: string, allowed: boolean): void {
  if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
  if (!allowed) throw new DomainError('forbidden');
}
