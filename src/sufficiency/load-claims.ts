import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { type ClaimFact, type JudgementFact } from './facts.js';
import { idList } from './id-list.js';

interface ClaimRow extends Omit<ClaimFact, 'judgements' | 'carriedFrom'> {
  readonly assessmentId: string;
}

interface JudgementRow extends JudgementFact {
  readonly claimId: string;
}

/** The claims of these assessments, withdrawn ones too, each with all its judgements: by assessment, in two queries. */
export async function loadClaims(reader: Reader, ids: readonly string[]): Promise<Map<string, ClaimFact[]>> {
  const list = idList(ids);
  const claims: ClaimRow[] = await reader.sql`
    SELECT assessment_id AS "assessmentId", id, item_id AS "itemId", target_ref AS "targetRef", method,
           method_reason AS "methodReason",
           proposed_by AS "proposedBy", proposed_at AS "proposedAt", withdrawn_at AS "withdrawnAt"
    FROM claims WHERE assessment_id IN (${list}) ORDER BY id`;
  const judgements: JudgementRow[] = await reader.sql`
    SELECT claim_id AS "claimId", id, judged_by AS "by", decision, judged_at AS "at", reason
    FROM judgements WHERE assessment_id IN (${list}) ORDER BY id`;
  const judged = groupBy(judgements, ({ claimId }) => claimId);
  const facts = groupBy(claims, ({ assessmentId }) => assessmentId);
  return new Map(
    [...facts].map(([id, rows]) => [
      id,
      rows.map((row) => ({ ...row, carriedFrom: null, judgements: judged.get(row.id) ?? [] })),
    ]),
  );
}
