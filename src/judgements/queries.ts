import { In, type SelectQueryBuilder } from 'typeorm';
import { type Reader } from '../database/database.js';
import { Claim } from '../evidence/claim.entity.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { isDraft } from '../evidence/items.js';
import { namesOf } from '../people/names.js';
import { type JudgeableClaim } from './faults.js';
import { Judgement } from './judgement.entity.js';
import { type NamedJudgement } from './judgements.view.js';

/** Judgements in the order they were given: by time, then by id. */
export function judgementsOf(reader: Reader, assessmentId: string): SelectQueryBuilder<Judgement> {
  return reader
    .createQueryBuilder(Judgement, 'j')
    .where('j.assessment_id = :assessmentId', { assessmentId })
    .orderBy('j.judged_at')
    .addOrderBy('j.id');
}

/** Those of these claims that belong to the assessment, and what keeps each from being judged. */
export async function judgeableClaims(
  reader: Reader,
  assessmentId: string,
  ids: string[],
): Promise<Map<string, JudgeableClaim>> {
  const claims = await reader.findBy(Claim, { assessmentId, id: In(ids) });
  const items = await reader.findBy(EvidenceItem, { id: In([...new Set(claims.map(({ itemId }) => itemId))]) });
  const itemOf = new Map(items.map((item) => [item.id, item]));
  return new Map(
    claims.map(({ id, itemId, withdrawnAt }) => {
      const item = itemOf.get(itemId)!;
      const evidenceWithdrawn = item.withdrawnAt !== null;
      return [id, { withdrawn: withdrawnAt !== null, evidenceWithdrawn, unsigned: isDraft(item) }];
    }),
  );
}

/** Joins to judgements who gave them, and whether each is still its assessor's last word on the claim. */
export async function named(reader: Reader, judgements: Judgement[]): Promise<NamedJudgement[]> {
  const names = await namesOf(
    reader,
    judgements.map(({ judgedBy }) => judgedBy),
  );
  const last = await lastWords(reader, [...new Set(judgements.map(({ claimId }) => claimId))]);
  return judgements.map((judgement) => ({
    judgement,
    judgeName: names.get(judgement.judgedBy)!,
    stands: last.has(judgement.id),
  }));
}

/** The latest judgement of each assessor on each of these claims. */
async function lastWords(reader: Reader, claimIds: string[]): Promise<Set<string>> {
  const rows = await reader.find(Judgement, {
    where: { claimId: In(claimIds) },
    select: { id: true, claimId: true, judgedBy: true },
    order: { judgedAt: 'ASC', id: 'ASC' },
  });
  return new Set(new Map(rows.map(({ id, claimId, judgedBy }) => [`${claimId} ${judgedBy}`, id])).values());
}
