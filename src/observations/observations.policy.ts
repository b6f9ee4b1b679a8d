import { type Actor } from '../common/actor.js';
import { type Standing } from '../assessments/assessments.policy.js';
import { type Observation } from './observation.entity.js';

/** Until it is signed a record is its assessors' working paper, open to those who run the body and nobody else. */
export function canReadDrafts({ candidate, assesses, manages }: Standing): boolean {
  return (assesses || manages) && !candidate;
}

/** A record is its author's word: no other assessor changes or signs it. */
export function isAuthor(actor: Actor, { assessorId }: Pick<Observation, 'assessorId'>): boolean {
  return assessorId === actor.userId;
}
