import { type Reader } from '../database/database.js';
import { type Instant, type ItemFact } from './facts.js';
import { idList } from './id-list.js';

interface QuestioningRow {
  readonly id: string;
  readonly modes: string;
  readonly about: string;
  readonly signedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
}

type Questioned = Pick<ItemFact, 'questioned' | 'confirmedBy'>;

/**
 * By item: how its questions were put, and the signed conversations that were about it (rule A6). A conversation that
 * was carried over was about items by the ids that they had then. One query.
 */
export async function loadQuestionings(
  reader: Reader,
  ids: readonly string[],
): Promise<(item: Pick<ItemFact, 'id' | 'originId'>) => Questioned> {
  const rows: QuestioningRow[] = await reader.sql`
    SELECT e.id, q.modes, q.about, e.signed_at AS "signedAt", e.withdrawn_at AS "withdrawnAt"
    FROM evidence_items e JOIN questionings q ON q.id = COALESCE(e.origin_id, e.id)
    WHERE e.assessment_id IN (${idList(ids)}) ORDER BY e.number`;
  const modesOf = new Map(rows.map(({ id, modes }) => [id, JSON.parse(modes) as ItemFact['questioned']]));
  const confirmedBy = new Map<string, string[]>();
  for (const { id, about } of rows.filter(({ signedAt, withdrawnAt }) => signedAt && !withdrawnAt)) {
    for (const itemId of JSON.parse(about) as string[]) {
      confirmedBy.set(itemId, [...(confirmedBy.get(itemId) ?? []), id]);
    }
  }
  return ({ id, originId }) => {
    const talks = [originId, id].flatMap((key) => (key && confirmedBy.get(key)) || []);
    return { questioned: modesOf.get(id) ?? [], confirmedBy: [...new Set(talks)] };
  };
}
