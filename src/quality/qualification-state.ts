import { addDays } from '../sufficiency/dates.js';
import { type Qualification } from '../people/qualification.entity.js';

export const qualificationStates = ['valid', 'not_yet_valid', 'ends_soon', 'expired', 'revoked'] as const;
export type QualificationState = (typeof qualificationStates)[number];

/** How near its end a qualification has to be renewed. */
const soonDays = 30;

/** What a qualification is worth on a day, of which `endsAt` is the first moment after. */
export function qualificationState(
  { validFrom, validUntil, revokedAt }: Pick<Qualification, 'validFrom' | 'validUntil' | 'revokedAt'>,
  on: string,
  endsAt: string,
): QualificationState {
  if (revokedAt !== null && revokedAt < endsAt) return 'revoked';
  if (validUntil !== null && validUntil < on) return 'expired';
  if (validFrom > on) return 'not_yet_valid';
  return validUntil !== null && validUntil <= addDays(on, soonDays) ? 'ends_soon' : 'valid';
}

/** Whether its holder may assess on the day. */
export const isInForce = (state: QualificationState): boolean => state === 'valid' || state === 'ends_soon';
