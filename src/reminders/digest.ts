import { dateIn, timeZone } from '../common/clock.js';
import { type Reader } from '../database/database.js';
import { lastEnding } from './assessor-causes.js';
import { peopleOfVerifications } from './verification-causes.js';

/** From eight until noon: who could not be told in the morning is told the next one. */
const morning = { from: 8, to: 12 };
const hours = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });

export function isMorning(at: string): boolean {
  const hour = Number(hours.format(new Date(at)));
  return hour >= morning.from && hour < morning.to;
}

/** What makes a person's digest of one day one: no second is written beside it. */
export const digestId = (userId: string, at: string): string => `digest ${dateIn(at)} ${userId}`;

/** The end of the day in Taiwan: tomorrow's digest knows better. */
export const endOfDay = (at: string): string => new Date(`${dateIn(at)}T23:59:59.999+08:00`).toISOString();

/**
 * Everybody for whom something might wait: whoever has a part in what is open, a verdict to confirm receipt of, a
 * qualification about to end, something to verify, or something to do about what a verifier found.
 */
export async function peopleConcerned(reader: Reader, at: string): Promise<string[]> {
  const rows: { id: string }[] = await reader.sql`
    SELECT candidate_id AS id FROM assessments WHERE decided_at IS NULL AND withdrawn_at IS NULL
    UNION
    SELECT s.user_id AS id FROM assignments s JOIN assessments a ON a.id = s.assessment_id
    WHERE s.ended_at IS NULL AND a.decided_at IS NULL AND a.withdrawn_at IS NULL
    UNION
    SELECT a.candidate_id AS id FROM verdict_notifications n
      JOIN verdicts v ON v.id = n.verdict_id JOIN assessments a ON a.id = v.assessment_id
    WHERE n.appeal_until >= ${dateIn(at)}
    UNION
    SELECT user_id AS id FROM qualifications
    WHERE revoked_at IS NULL AND valid_until >= ${dateIn(at)} AND valid_until <= ${lastEnding(at)}
    UNION
    ${peopleOfVerifications}
    ORDER BY id`;
  return rows.map(({ id }) => id);
}
