import { type Actor, hasRole } from '../common/actor.js';

/** Those who answer for a body's process to its auditors. */
export function canPack(actor: Actor, bodyId: string): boolean {
  return hasRole(actor, bodyId, 'administrator', 'officer', 'verifier');
}
