import { type Actor } from '../common/actor.js';
import { type Observation } from './observation.entity.js';

/** A record is its author's word: no other assessor changes or signs it. */
export function isAuthor(actor: Actor, { assessorId }: Pick<Observation, 'assessorId'>): boolean {
  return assessorId === actor.userId;
}
