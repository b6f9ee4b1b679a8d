import { In } from 'typeorm';
import { access, accessToChange, type Access } from '../assessments/access.js';
import { type Assessment, closedAt } from '../assessments/assessment.entity.js';
import { type AssessmentAction, type Standing, can, refusalOf } from '../assessments/assessments.policy.js';
import { deletionsOf } from '../assessments/deletions.js';
import { type Actor } from '../common/actor.js';
import { DomainError, found } from '../common/errors.js';
import { groupBy } from '../common/group-by.js';
import { type Reader, type Tx } from '../database/database.js';
import { AuthenticityCheck } from './authenticity-check.entity.js';
import { contentSha256 } from './content-hash.js';
import { Declaration } from './declaration.entity.js';
import { requiresSignature } from '../settings/evidence-class.js';
import { settingsAt } from '../settings/settings-at.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { type WholeItem } from './evidence.view.js';

export interface ItemAccess extends Access {
  item: EvidenceItem;
}

/** An item for an actor who may do this in its assessment; 404 for who may not see it, as few may a draft. */
export async function accessItem(
  reader: Reader,
  actor: Actor,
  id: string,
  action: AssessmentAction,
): Promise<ItemAccess> {
  const item = found(await reader.findOneBy(EvidenceItem, { id }));
  const granted = await access(reader, actor, item.assessmentId, 'read');
  if (isDraft(item) && !seesDrafts(granted.standing)) throw new DomainError('not_found');
  if (!can(granted.standing, action)) throw new DomainError(refusalOf(granted.standing, action));
  return { ...granted, item };
}

/** As `accessItem`, inside the write that is about to change the item. */
export async function accessItemToChange(
  tx: Tx,
  actor: Actor,
  id: string,
  action: AssessmentAction,
): Promise<ItemAccess> {
  const { item } = await accessItem(tx, actor, id, action);
  const granted = await accessToChange(tx, actor, item.assessmentId, action);
  if (item.withdrawnAt) throw new DomainError('evidence_withdrawn');
  return { ...granted, item };
}

/** Under which id an item's files and record are kept: that of the item it carries over from an earlier attempt, or its own. */
export function contentId({ id, originId }: Pick<EvidenceItem, 'id' | 'originId'>): string {
  return originId ?? id;
}

/** Until it is signed a record is its assessors' working paper, open to those who run the body and nobody else. */
export function seesDrafts({ candidate, assesses, manages }: Standing): boolean {
  return (assesses || manages) && !candidate;
}

/** An item is its giver's to correct, add to and withdraw; and the candidate's, if it is their work. */
export function isOwn(actor: Actor, item: EvidenceItem, candidateId: string): boolean {
  return item.submittedBy === actor.userId || (actor.userId === candidateId && item.producedBy === 'candidate');
}

/** A record that its author has not signed yet. */
export function isDraft(item: EvidenceItem): boolean {
  return requiresSignature(item.form) && !item.signedAt;
}

/** Whether an assessor has answered a claim on the item: their word was on what it held then, so it holds that for good. */
export async function isJudged(reader: Reader, itemId: string): Promise<boolean> {
  const rows: unknown[] = await reader.sql`
    SELECT 1 FROM judgements j JOIN claims c ON c.id = j.claim_id WHERE c.item_id = ${itemId} LIMIT 1`;
  return rows.length > 0;
}

/** What an item's class depends on, beside the item. */
type Assessed = Pick<Assessment, 'id' | 'bodyId' | 'candidateId' | 'decidedAt' | 'withdrawnAt'>;

async function classedBy(reader: Reader, assessment: Assessed) {
  const { bodyId, candidateId } = assessment;
  const { settings } = await settingsAt(reader, bodyId, closedAt(assessment));
  return { candidateId, scheme: settings.classScheme };
}

/**
 * Joins files, standing declarations and checks to items of one assessment, in four queries however many there are.
 * What was declared and checked of a carried item in the attempt it comes from still holds, beside what is said now.
 */
export async function wholeItems(reader: Reader, items: EvidenceItem[], assessment: Assessed): Promise<WholeItem[]> {
  const contentIds = In([...new Set(items.map(contentId))]);
  const itemId = In([...new Set(items.flatMap(({ id, originId }) => [id, originId ?? id]))]);
  const files = await reader.find(EvidenceFile, { where: { itemId: contentIds }, order: { position: 'ASC' } });
  const declarations = await reader.find(Declaration, { where: { itemId }, order: { id: 'ASC' } });
  const classed = await classedBy(reader, assessment);
  const checks = await reader.find(AuthenticityCheck, { where: { itemId }, order: { checkedAt: 'ASC', id: 'ASC' } });
  const checksOf = groupBy(checks, (check) => check.itemId);
  // Only what is closed is ever deleted.
  const deletions = closedAt(assessment) ? await deletionsOf(reader, assessment.id) : [];
  const deletion = deletions.find(({ kind }) => kind === 'evidence') ?? null;
  const filesOf = groupBy(files, (file) => file.itemId);
  const declarationsOf = groupBy(declarations, (declaration) => declaration.itemId);
  return items.map((item) => {
    const said = [...new Set([contentId(item), item.id])];
    const own = filesOf.get(contentId(item)) ?? [];
    const content = contentSha256(item, own);
    const declared = said.flatMap((id) => declarationsOf.get(id) ?? []);
    const covering = declared.filter((d) => d.contentSha256 === content);
    return {
      item,
      files: own,
      checks: said.flatMap((id) => checksOf.get(id) ?? []),
      declaration: covering.at(-1) ?? null,
      contentSha256: content,
      deletion,
      ...classed,
    };
  });
}

/** An item that was just handed in, which nobody can have declared yet. */
export async function newItem(
  reader: Reader,
  item: EvidenceItem,
  files: EvidenceFile[],
  assessment: Assessed,
): Promise<WholeItem> {
  const classed = await classedBy(reader, assessment);
  const unsaid = { checks: [], declaration: null, deletion: null };
  return { item, files, ...unsaid, contentSha256: contentSha256(item, files), ...classed };
}
