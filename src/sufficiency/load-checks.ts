import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { type CheckKind } from '../evidence/authenticity-check.entity.js';
import { type CheckFact, type ItemFact } from './facts.js';
import { idList } from './id-list.js';

interface CheckRow extends CheckFact {
  readonly itemId: string;
  readonly kind: CheckKind;
}

type Checked = Pick<ItemFact, 'sighted' | 'supervised'>;

/** Rules A5 and A6: by item, who first sighted its original and who saw it written, in whichever attempt. One query. */
export async function loadChecks(reader: Reader, ids: readonly string[]): Promise<(itemId: string) => Checked> {
  const rows: CheckRow[] = await reader.sql`
    SELECT e.id AS "itemId", c.kind, c.checked_by AS "by", c.checked_at AS "at"
    FROM evidence_items e JOIN authenticity_checks c ON c.item_id IN (e.id, e.origin_id)
    WHERE e.assessment_id IN (${idList(ids)}) ORDER BY c.checked_at, c.id`;
  const checksOf = groupBy(rows, ({ itemId }) => itemId);
  return (itemId) => {
    const first = (kind: CheckKind): CheckFact | null => {
      const check = checksOf.get(itemId)?.find((one) => one.kind === kind);
      return check ? { by: check.by, at: check.at } : null;
    };
    return { sighted: first('original_sighted'), supervised: first('written_supervised') };
  };
}
