import { In } from 'typeorm';
import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { type EvidenceForm } from '../settings/evidence-class.js';
import { BlindJudgement } from './blind-judgement.entity.js';
import { type BlindClaimView, blindJudgementView } from './blind.view.js';

interface ClaimRow {
  id: string;
  method: string | null;
  ref: string;
  code: string;
  type: string;
  text: string;
  itemId: string;
  number: number;
  title: string;
  form: EvidenceForm;
  producedOn: string | null;
}

/**
 * The claims of an assessment that are judged blind: those that stand, on evidence that stands, and that an assessor
 * answered. `owesBlindJudgements` counts the same ones. After `after`, by id.
 */
export async function blindClaims(
  reader: Reader,
  assessmentId: string,
  verifierId: string,
  { after, limit }: { after: string; limit: number },
): Promise<BlindClaimView[]> {
  const rows: ClaimRow[] = await reader.sql`
    SELECT c.id, c.method, t.ref, t.code, t.type, t.text, i.id AS "itemId", i.number, i.title, i.form,
           i.produced_on AS "producedOn"
    FROM claims c
      JOIN evidence_items i ON i.id = c.item_id
      JOIN assessments a ON a.id = c.assessment_id
      JOIN competency_items t ON t.document_id = a.document_id AND t.ref = c.target_ref
    WHERE c.assessment_id = ${assessmentId} AND c.id > ${after} AND c.withdrawn_at IS NULL AND i.withdrawn_at IS NULL
      AND EXISTS (SELECT 1 FROM judgements j WHERE j.claim_id = c.id)
    ORDER BY c.id LIMIT ${limit}`;
  const given = await reader.findBy(BlindJudgement, { claimId: In(rows.map(({ id }) => id)), judgedBy: verifierId });
  const answers = groupBy(given, ({ claimId }) => claimId);
  return rows.map(({ id, method, ref, code, type, text, itemId, number, title, form, producedOn }) => {
    const [answer] = answers.get(id) ?? [];
    return {
      id,
      method,
      target: { ref, code, type, text },
      evidence: { id: itemId, number, title, form, producedOn },
      answer: answer ? blindJudgementView(answer) : null,
    };
  });
}
