import { owesBlindJudgements } from '../assessments/access.js';
import { groupBy } from '../common/group-by.js';
import { type Reader } from '../database/database.js';
import { type Decision } from '../judgements/judgement.entity.js';

interface Row {
  blindId: string;
  blind: Decision;
  documentId: string;
  targetRef: string;
  assessorId: string;
  decision: Decision;
}

/** What a verifier said blind of a claim, beside what an assessor said of it. */
export interface ClaimPair {
  readonly documentId: string;
  readonly targetRef: string;
  readonly assessorId: string;
  readonly pair: readonly [assessor: Decision, verifier: Decision];
}

export interface Pairs {
  /** One a blind judgement, with the last word that any assessor had on the claim: for units and their targets. */
  readonly ofClaims: readonly ClaimPair[];
  /** One for each assessor who judged the claim, with their own last word. */
  readonly ofAssessors: readonly ClaimPair[];
}

export interface PairsWanted {
  readonly bodyId: string;
  readonly documentId: string | null;
  readonly from: string;
  readonly until: string;
}

/** The blind judgements of a body and span beside the assessors', but for what the actor is still to judge blind. */
export async function loadPairs(reader: Reader, actorId: string, wanted: PairsWanted): Promise<Pairs> {
  const { bodyId, documentId, from, until } = wanted;
  const rows: Row[] = await reader.sql`
    SELECT b.id AS "blindId", b.decision AS blind, a.document_id AS "documentId", c.target_ref AS "targetRef",
           j.judged_by AS "assessorId", j.decision
    FROM blind_judgements b
      CROSS JOIN (SELECT ${actorId} AS id) me
      JOIN claims c ON c.id = b.claim_id
      JOIN assessments a ON a.id = b.assessment_id
      JOIN judgements j ON j.claim_id = b.claim_id
    WHERE a.body_id = ${bodyId} AND b.judged_at >= ${from} AND b.judged_at < ${until}
      AND (CAST(${documentId} AS text) IS NULL OR a.document_id = ${documentId})
      AND NOT ${() => owesBlindJudgements('me.id')}
    ORDER BY b.id, j.judged_at, j.id`;
  const judged = [...groupBy(rows, ({ blindId }) => blindId).values()];
  return {
    ofClaims: judged.map((words) => pairOf(words.at(-1)!)),
    ofAssessors: judged.flatMap((words) =>
      [...groupBy(words, ({ assessorId }) => assessorId).values()].map((own) => pairOf(own.at(-1)!)),
    ),
  };
}

const pairOf = ({ documentId, targetRef, assessorId, decision, blind }: Row): ClaimPair => ({
  documentId,
  targetRef,
  assessorId,
  pair: [decision, blind],
});
