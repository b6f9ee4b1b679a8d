import { isInForce, qualificationState, type QualificationState } from './qualification-state.js';

const usual = { validFrom: '2026-01-01', validUntil: '2026-12-31' as string | null, revokedAt: null as string | null };
// The day of 15 June 2026 in Taiwan ends at 16:00 UTC.
const on = '2026-06-15';
const endsAt = '2026-06-15T16:00:00.000Z';

describe('a qualification on a day', () => {
  it.each<[QualificationState, boolean, string, Partial<typeof usual>]>([
    ['valid', true, 'within its dates', {}],
    ['valid', true, 'without an end', { validUntil: null }],
    ['valid', true, 'on its first day', { validFrom: '2026-06-15' }],
    ['valid', true, 'with 31 days to go', { validUntil: '2026-07-16' }],
    ['ends_soon', true, 'with 30 days to go', { validUntil: '2026-07-15' }],
    ['ends_soon', true, 'on its last day', { validUntil: '2026-06-15' }],
    ['expired', false, 'the day after', { validUntil: '2026-06-14' }],
    ['not_yet_valid', false, 'the day before', { validFrom: '2026-06-16' }],
    ['revoked', false, 'revoked that day', { revokedAt: '2026-06-15T15:59:59.999Z' }],
    ['valid', true, 'revoked only the day after', { revokedAt: '2026-06-15T16:00:00.000Z' }],
    ['revoked', false, 'revoked and expired', { validUntil: '2026-02-01', revokedAt: '2026-01-15T00:00:00.000Z' }],
  ])('is %s (in force: %s) %s', (state, inForce, _, changes) => {
    expect(qualificationState({ ...usual, ...changes }, on, endsAt)).toBe(state);
    expect(isInForce(state)).toBe(inForce);
  });
});
