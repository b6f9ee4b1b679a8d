import { type Actor, type Role, hasRole } from '../common/actor.js';

/** Settings, roles, qualifications: the body's own administrators. */
export function canAdminister(actor: Actor, bodyId: string): boolean {
  return hasRole(actor, bodyId, 'administrator');
}

/** Candidates and enrolments: those who run the body's courses. */
export function canEnrol(actor: Actor, bodyId: string): boolean {
  return hasRole(actor, bodyId, 'administrator', 'officer');
}

/** To know that the body exists one belongs to it, or runs the installation. */
export function canSeeBody(actor: Actor, bodyId: string): boolean {
  return actor.operator || actor.memberships.some((m) => m.bodyId === bodyId);
}

/** A body's people are its own affair; only the operator, who knows all bodies, may also add whom another body has. */
export function canAdd(actor: Actor, bodyId: string, roles: readonly Role[]): boolean {
  if (actor.operator) return true;
  return roles.every((role) => role === 'candidate') ? canEnrol(actor, bodyId) : canAdminister(actor, bodyId);
}

export function canResetPasswords(actor: Actor, bodyId: string): boolean {
  return actor.operator || canAdminister(actor, bodyId);
}
