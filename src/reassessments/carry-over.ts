import { In } from 'typeorm';
import { type Assessment } from '../assessments/assessment.entity.js';
import { refuseDeleted } from '../assessments/deletions.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { newId } from '../common/ids.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { type Tx } from '../database/database.js';
import { type Claim } from '../evidence/claim.entity.js';
import { insertClaims } from '../evidence/claims.service.js';
import { EvidenceItem } from '../evidence/evidence-item.entity.js';
import { freshClaim, freshItem } from '../evidence/fresh.js';
import { contentId, isDraft } from '../evidence/items.js';
import { nextNumber } from '../evidence/receipt.js';

/** A claim of the attempt before, and the target it is made again to. */
export interface CarriedClaim {
  claim: Claim;
  targetRef: string;
}

/**
 * Takes claims and their evidence along into a new attempt, where nobody has judged them: they are tested again
 * (rule P6). An item taken along is a row that points to where it was first received; its bytes, its record and its
 * declaration stay there. Withdrawn evidence and unsigned records stay behind. Throws `deleted` where nothing is left
 * there to point to (rule R1).
 */
export async function carryOver(
  tx: Tx,
  actor: Actor,
  to: Assessment,
  carried: readonly CarriedClaim[],
  at: string,
): Promise<void> {
  const ids = [...new Set(carried.map(({ claim }) => claim.itemId))];
  const items = await tx.find(EvidenceItem, { where: { id: In(ids) }, order: { number: 'ASC' } });
  await refuseGone(tx, items);
  const copies = new Map<string, EvidenceItem>();
  let number = ids.length > 0 ? await nextNumber(tx, to.id) : 0;
  for (const item of items) {
    if (item.withdrawnAt || isDraft(item)) continue;
    copies.set(item.id, { ...item, ...inNewAttempt(item, to.id, number) });
    number += 1;
  }
  const rows = [...copies.values()];
  for (let i = 0; i < rows.length; i += 30) await tx.insert(EvidenceItem, rows.slice(i, i + 30));
  const methods = await tx.findBy(CompetencyItem, { documentId: to.documentId, type: 'method' });
  const known = new Set(methods.map(({ ref }) => ref));
  const claims = carried.flatMap(({ claim, targetRef }): Claim[] => {
    const item = copies.get(claim.itemId);
    if (!item) return [];
    const method = claim.method !== null && known.has(claim.method) ? claim.method : null;
    const made = { id: newId(), assessmentId: to.id, itemId: item.id, targetRef, method, place: claim.place };
    return [{ ...freshClaim, ...made, proposedBy: actor.userId, proposedAt: at, carriedFrom: claim.id }];
  });
  const data = { evidence: rows.map(({ id, originId }) => [id, originId]), claims: claims.length };
  await audit(tx, actor, { at, action: 'evidence.carried_over', subjectId: to.id, bodyId: to.bodyId, data });
  await insertClaims(tx, actor, to, claims, at);
}

/** Evidence whose files and words are deleted shows nothing any more, in whichever attempt it was first received. */
async function refuseGone(tx: Tx, items: readonly EvidenceItem[]): Promise<void> {
  const origins = await tx.find(EvidenceItem, {
    where: { id: In([...new Set(items.map(contentId))]) },
    select: { id: true, assessmentId: true },
  });
  const received = [...items, ...origins].map(({ assessmentId }) => assessmentId);
  for (const id of new Set(received)) await refuseDeleted(tx, id, 'evidence');
}

/** What differs from the item it was; who made it, when, and what was said of it stay as they are. */
function inNewAttempt({ id, originId }: EvidenceItem, assessmentId: string, number: number): Partial<EvidenceItem> {
  const { withdrawnAt, withdrawnBy, withdrawalReason } = freshItem;
  return { id: newId(), assessmentId, number, originId: originId ?? id, withdrawnAt, withdrawnBy, withdrawalReason };
}
