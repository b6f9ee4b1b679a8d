import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { type ClaimFact, type JudgementFact } from './facts.js';
import { idList } from './id-list.js';

interface ClaimRow extends Omit<ClaimFact, 'judgements' | 'carriedFrom'> {
  readonly assessmentId: string;
  readonly carriedFrom: string | null;
  readonly carriedText: string | null;
}

interface JudgementRow extends JudgementFact {
  readonly claimId: string;
}

/** The claims of these assessments, withdrawn ones too, each with all its judgements: by assessment, in two queries. */
export async function loadClaims(reader: Reader, ids: readonly string[]): Promise<Map<string, ClaimFact[]>> {
  const list = idList(ids);
  const claims: ClaimRow[] = await reader.sql`
    SELECT c.assessment_id AS "assessmentId", c.id, c.item_id AS "itemId", c.target_ref AS "targetRef", c.method,
           c.method_reason AS "methodReason", c.proposed_by AS "proposedBy", c.proposed_at AS "proposedAt",
           c.withdrawn_at AS "withdrawnAt", c.carried_from AS "carriedFrom", t.text AS "carriedText"
    FROM claims c
      LEFT JOIN claims o ON o.id = c.carried_from
      LEFT JOIN assessments a ON a.id = o.assessment_id
      LEFT JOIN competency_items t ON t.document_id = a.document_id AND t.ref = o.target_ref
    WHERE c.assessment_id IN (${list}) ORDER BY c.id`;
  const judgements: JudgementRow[] = await reader.sql`
    SELECT claim_id AS "claimId", id, judged_by AS "by", decision, judged_at AS "at", reason
    FROM judgements WHERE assessment_id IN (${list}) ORDER BY id`;
  const judged = groupBy(judgements, ({ claimId }) => claimId);
  const facts = groupBy(claims, ({ assessmentId }) => assessmentId);
  return new Map(
    [...facts].map(([id, rows]) => [
      id,
      rows.map(({ carriedFrom, carriedText, ...row }) => ({
        ...row,
        carriedFrom: carriedFrom === null ? null : { claimId: carriedFrom, targetText: carriedText },
        judgements: judged.get(row.id) ?? [],
      })),
    ]),
  );
}
