import { type Reader } from '../database/database.js';
import { type AfterFacts, isOpen, isOverturned } from './facts.js';

export const verdictStandings = ['stands', 'under_appeal', 'superseded'] as const;
export type VerdictStanding = (typeof verdictStandings)[number];

/** Whether a verdict stands: not while an appeal waits, nor after one was upheld. Source: domain.md P7. */
export function standingOf(facts: Pick<AfterFacts, 'appeals'>): VerdictStanding {
  if (isOverturned(facts)) return 'superseded';
  return facts.appeals.some(isOpen) ? 'under_appeal' : 'stands';
}

/** Whether a verdict stands now, and the number of the decision by which it does not. One query. */
export async function standingNow(
  reader: Reader,
  verdictId: string,
): Promise<{ standing: VerdictStanding; supersededBy: string | null }> {
  const rows: { outcome: 'upheld' | 'dismissed' | null; documentNumber: string | null }[] = await reader.sql`
    SELECT d.outcome, d.document_number AS "documentNumber"
    FROM appeals p LEFT JOIN appeal_decisions d ON d.appeal_id = p.id
    WHERE p.verdict_id = ${verdictId} AND p.withdrawn_at IS NULL`;
  const [appeal] = rows;
  if (appeal?.outcome === 'upheld') return { standing: 'superseded', supersededBy: appeal.documentNumber };
  return { standing: appeal && !appeal.outcome ? 'under_appeal' : 'stands', supersededBy: null };
}
