import { type Assessment } from '../assessments/assessment.entity.js';
import { type Reader } from '../database/database.js';
import { Claim } from '../evidence/claim.entity.js';
import { type EvidenceItem } from '../evidence/evidence-item.entity.js';
import { Judgement } from '../judgements/judgement.entity.js';
import { type Cell } from '../common/csv.js';
import { namesOf } from '../people/names.js';
import { type PackEntry, table } from './pack-entry.js';

/** Claims and judgements of an assessment, as tables that can be read beside the matrix. */
export async function claimEntries(
  reader: Reader,
  { id: assessmentId }: Assessment,
  items: readonly EvidenceItem[],
): Promise<PackEntry[]> {
  const where = { where: { assessmentId }, order: { id: 'ASC' } } as const;
  const numbers = new Map(items.map(({ id, number }) => [id, number]));
  // What is claimed of a draft is a draft itself.
  const claims = (await reader.find(Claim, where)).filter(({ itemId }) => numbers.has(itemId));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const judgements = (await reader.find(Judgement, where)).filter(({ claimId }) => byId.has(claimId));
  const names = await namesOf(
    reader,
    new Set([...claims.map(({ proposedBy }) => proposedBy), ...judgements.map(({ judgedBy }) => judgedBy)]),
  );
  const claimRows = claims.map((claim): Cell[] => [
    claim.id,
    numbers.get(claim.itemId),
    claim.targetRef,
    claim.method,
    claim.methodReason,
    claim.place && JSON.stringify(claim.place),
    names.get(claim.proposedBy),
    claim.proposedAt,
    claim.withdrawnAt,
    claim.carriedFrom,
  ]);
  const judgementRows = judgements.map(({ id, claimId, decision, rules, reason, judgedBy, judgedAt }): Cell[] => {
    const { itemId, targetRef } = byId.get(claimId)!;
    const four = [rules.validity, rules.sufficiency, rules.authenticity, rules.currency];
    return [id, claimId, numbers.get(itemId), targetRef, decision, ...four, reason, names.get(judgedBy), judgedAt];
  });
  return [
    table('claims.csv', 'claims', claimHeader, claimRows),
    table('judgements.csv', 'judgements', judgementHeader, judgementRows),
  ];
}

const claimHeader = [
  'id',
  'item',
  'target',
  'method',
  'method_reason',
  'place',
  'proposed_by',
  'proposed_at',
  'withdrawn_at',
  'carried_from',
];

const judgementHeader = [
  'id',
  'claim_id',
  'item',
  'target',
  'decision',
  'validity',
  'sufficiency',
  'authenticity',
  'currency',
  'reason',
  'judged_by',
  'judged_at',
];
