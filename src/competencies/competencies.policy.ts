import { type Actor } from '../common/actor.js';

/** The catalogue belongs to the whole installation: its operator fills it, everybody signed in reads it. */
export function canImport(actor: Actor): boolean {
  return actor.operator;
}
