import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { In, IsNull } from 'typeorm';
import { access, accessToChange } from '../assessments/access.js';
import { type Assessment } from '../assessments/assessment.entity.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, type FieldError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { type Page, afterKey, pageOf } from '../common/paging.js';
import { isClaimable } from '../competencies/claimable.js';
import { CompetencyItem } from '../competencies/competency-item.entity.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { signedForms } from '../settings/evidence-class.js';
import { ownMethodKeys } from '../plans/queries.js';
import { Claim, type Place } from './claim.entity.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { type ClaimsQuery, type ProposeClaim } from './claims.dto.js';
import { freshClaim } from './fresh.js';
import { accessItem, contentId, isDraft, seesDrafts } from './items.js';

@Injectable()
export class ClaimsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Maps items to targets, all or none. A claim that stands already is answered again, not made twice. */
  async propose(actor: Actor, assessmentId: string, proposals: ProposeClaim[]): Promise<Claim[]> {
    return this.db.write(async (tx) => {
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'propose_claim');
      await this.checkTargets(tx, assessment, proposals);
      await this.checkItems(tx, actor, assessment, proposals);
      const standing = await tx.findBy(Claim, {
        assessmentId,
        itemId: In([...new Set(proposals.map((p) => p.itemId))]),
        withdrawnAt: IsNull(),
      });
      const known = new Map(standing.map((claim) => [sameness(claim), claim]));
      const made: Claim[] = [];
      const answer = proposals.map((proposal) => {
        const place = placeOf(proposal);
        const { method = null, methodReason } = proposal;
        const key = sameness({ ...proposal, method, methodReason: methodReason || null, place });
        const claim = known.get(key) ?? this.claimOf(actor, assessmentId, proposal, place);
        if (!known.has(key)) made.push(claim);
        known.set(key, claim);
        return claim;
      });
      await insertClaims(tx, actor, assessment, made, this.clock.instant());
      return answer;
    });
  }

  async list(actor: Actor, assessmentId: string, query: ClaimsQuery): Promise<Page<Claim>> {
    const { standing } = await access(this.db.read, actor, assessmentId, 'read');
    const rows = this.db.read
      .createQueryBuilder(Claim, 'c')
      .innerJoin(EvidenceItem, 'i', 'i.id = c.item_id')
      .where('c.assessment_id = :assessmentId', { assessmentId });
    if (!seesDrafts(standing))
      rows.andWhere('(i.form NOT IN (:...signedForms) OR i.signed_at IS NOT NULL)', { signedForms });
    if (query.itemId) rows.andWhere('c.item_id = :itemId', { itemId: query.itemId });
    if (query.targetRef) rows.andWhere('c.target_ref = :ref', { ref: query.targetRef });
    const after = afterKey(query);
    if (after) rows.andWhere('c.id > :after', { after });
    const claims = await rows
      .orderBy('c.id')
      .limit(query.limit + 1)
      .getMany();
    return pageOf(claims, query.limit, (claim) => claim.id);
  }

  /** Takes a claim back: by whoever proposed it, as long as no assessor has answered it. */
  async withdraw(actor: Actor, id: string): Promise<Claim> {
    return this.db.write(async (tx) => {
      const claim = found(await tx.findOneBy(Claim, { id }));
      await accessItem(tx, actor, claim.itemId, 'propose_claim');
      const { assessment } = await accessToChange(tx, actor, claim.assessmentId, 'propose_claim');
      if (claim.proposedBy !== actor.userId) throw new DomainError('forbidden');
      if (claim.withdrawnAt) return claim;
      const judged = await tx.sql<{ id: string }[]>`SELECT id FROM judgements WHERE claim_id = ${id} LIMIT 1`;
      if (judged.length > 0) throw new DomainError('already_judged');
      const withdrawal = { withdrawnAt: this.clock.instant(), withdrawnBy: actor.userId };
      await tx.update(Claim, { id }, withdrawal);
      await audit(tx, actor, {
        at: withdrawal.withdrawnAt,
        action: 'claim.withdrawn',
        subjectId: claim.assessmentId,
        bodyId: assessment.bodyId,
        data: { claimId: id },
      });
      return { ...claim, ...withdrawal };
    });
  }

  /**
   * Targets must be in the pinned version and of a kind that evidence can show; methods must be its methods, or the
   * plan's own (V1).
   */
  private async checkTargets(tx: Reader, assessment: Assessment, proposals: ProposeClaim[]): Promise<void> {
    const refs = [...new Set(proposals.flatMap((p) => (p.method ? [p.targetRef, p.method] : [p.targetRef])))];
    const items = await tx.findBy(CompetencyItem, { documentId: assessment.documentId, ref: In(refs) });
    const byRef = new Map(items.map((item) => [item.ref, item]));
    const methods = await ownMethodKeys(tx, assessment.id);
    for (const item of items) if (item.type === 'method') methods.add(item.ref);
    const wrong: FieldError[] = [];
    for (const [i, { targetRef, method }] of proposals.entries()) {
      const target = byRef.get(targetRef);
      if (!target || !isClaimable(target)) wrong.push({ field: `claims.${i}.targetRef`, rule: 'isIn' });
      if (method && !methods.has(method)) wrong.push({ field: `claims.${i}.method`, rule: 'isIn' });
    }
    if (wrong.length > 0) throw new DomainError('validation_failed', {}, { fields: wrong.slice(0, 100) });
  }

  private async checkItems(tx: Reader, actor: Actor, assessment: Assessment, proposals: ProposeClaim[]): Promise<void> {
    const items = await tx.findBy(EvidenceItem, {
      id: In([...new Set(proposals.map((p) => p.itemId))]),
      assessmentId: assessment.id,
    });
    const byId = new Map(items.map((item) => [item.id, item]));
    const isCandidate = assessment.candidateId === actor.userId;
    const files = await tx.findBy(EvidenceFile, { itemId: In(items.map(contentId)) });
    const wrong: FieldError[] = [];
    for (const [i, { itemId, place }] of proposals.entries()) {
      const item = found(byId.get(itemId));
      if (isCandidate && isDraft(item)) throw new DomainError('not_found');
      if (item.withdrawnAt) throw new DomainError('evidence_withdrawn');
      const file = files.find(({ id, itemId: of }) => id === place?.fileId && of === contentId(item));
      if (place?.fileId) found(file);
      if (place?.region && !hasRegions(file, place.page))
        wrong.push({ field: `claims.${i}.place.region`, rule: 'isMarkable' });
    }
    if (wrong.length > 0) throw new DomainError('validation_failed', {}, { fields: wrong.slice(0, 100) });
  }

  private claimOf(actor: Actor, assessmentId: string, proposal: ProposeClaim, place: Place | null): Claim {
    return {
      ...freshClaim,
      id: newId(),
      assessmentId,
      itemId: proposal.itemId,
      targetRef: proposal.targetRef,
      method: proposal.method ?? null,
      methodReason: proposal.methodReason || null,
      place,
      proposedBy: actor.userId,
      proposedAt: this.clock.instant(),
    };
  }
}

/** Some fifty for every target of the largest document here; each has to be judged by a person. */
const mostClaims = 5000;

/** Writes new claims with their audit entry, in steps that fit SQLite's limit of parameters. */
export async function insertClaims(
  tx: Tx,
  actor: Actor,
  assessment: Assessment,
  claims: Claim[],
  at: string,
): Promise<void> {
  if (claims.length === 0) return;
  const standing = await tx.countBy(Claim, { assessmentId: assessment.id, withdrawnAt: IsNull() });
  if (standing + claims.length > mostClaims) throw new DomainError('too_many_claims', { limit: mostClaims });
  for (let i = 0; i < claims.length; i += 100) await tx.insert(Claim, claims.slice(i, i + 100));
  const data = { claims: claims.map((claim) => [claim.id, claim.itemId, claim.targetRef]) };
  const entry = { at, action: 'claims.proposed', subjectId: assessment.id, bodyId: assessment.bodyId, data };
  await audit(tx, actor, entry);
}

type Said = Pick<Claim, 'itemId' | 'targetRef' | 'method' | 'methodReason' | 'place'>;

/** Another reason for the method is another claim: that there is one may be what was missing (rule V4). */
const sameness = ({ itemId, targetRef, method, methodReason, place }: Said): string =>
  canonicalize([itemId, targetRef, method, methodReason, place])!;

/** A region is one of a picture, or of one page of a document. */
const hasRegions = (file: EvidenceFile | undefined, page: number | undefined): boolean =>
  file?.mediaType.startsWith('image/') === true || (file?.mediaType === 'application/pdf' && page !== undefined);

/** A place without anything in it is no place. */
function placeOf({ place }: ProposeClaim): Place | null {
  const said = Object.entries(place ?? {}).filter(([, value]) => value !== undefined && value !== '');
  return said.length > 0 ? Object.fromEntries(said) : null;
}
