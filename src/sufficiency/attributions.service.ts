import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { access, accessToChange } from '../assessments/access.js';
import { requireEntitled } from '../assessments/entitlement.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, type FieldError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { afterKey, type Page, pageOf, type PageQuery } from '../common/paging.js';
import { isCriterion } from '../competencies/claimable.js';
import { Database, type Tx } from '../database/database.js';
import { type StateAttribution } from './answers.dto.js';
import { type Named } from './answers.view.js';
import { Attribution } from './attribution.entity.js';
import { isKnowledgeOrSkill } from './attributions.js';
import { type Target } from './facts.js';
import { pinnedDocument } from './load-document.js';
import { namedRows } from './named-rows.js';

/** The assessors' word that knowledge or a skill was demonstrated through a criterion. Source: domain.md S4. */
@Injectable()
export class AttributionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What one has said already is not said twice: the same again answers what is there. */
  async state(
    actor: Actor,
    assessmentId: string,
    input: StateAttribution,
  ): Promise<{ attribution: Named<Attribution>; created: boolean }> {
    const done = await this.db.write(async (tx) => {
      await access(tx, actor, assessmentId, 'judge');
      const known = await this.known(tx, actor, assessmentId, input);
      if (known) return { row: known, created: false };
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'judge');
      const at = this.clock.instant();
      await requireEntitled(tx, actor, assessment, at);
      const { facts } = await pinnedDocument(tx, assessment.documentId);
      refuseUnfit(facts.items, input);
      const row: Attribution = {
        id: input.id ?? newId(),
        assessmentId,
        targetRef: input.targetRef,
        throughRef: input.throughRef,
        statedBy: actor.userId,
        statedAt: at,
        withdrawnAt: null,
        withdrawnBy: null,
      };
      await tx.insert(Attribution, row);
      const data = { attributionId: row.id, targetRef: row.targetRef, throughRef: row.throughRef };
      const { bodyId } = assessment;
      await audit(tx, actor, { at, action: 'attribution.stated', subjectId: assessmentId, bodyId, data });
      return { row, created: true };
    });
    return { attribution: await this.named(done.row), created: done.created };
  }

  /** Takes back a word of one's own. To do so again changes nothing. */
  async withdraw(actor: Actor, assessmentId: string, id: string): Promise<Named<Attribution>> {
    const row = await this.db.write(async (tx) => {
      await access(tx, actor, assessmentId, 'judge');
      const stated = found(await tx.findOneBy(Attribution, { id, assessmentId }));
      if (stated.statedBy !== actor.userId) throw new DomainError('forbidden');
      if (stated.withdrawnAt) return stated;
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'judge');
      const at = this.clock.instant();
      const withdrawal = { withdrawnAt: at, withdrawnBy: actor.userId };
      await tx.update(Attribution, { id }, withdrawal);
      const { bodyId } = assessment;
      const data = { attributionId: id };
      await audit(tx, actor, { at, action: 'attribution.withdrawn', subjectId: assessmentId, bodyId, data });
      return { ...stated, ...withdrawal };
    });
    return this.named(row);
  }

  /** Every attribution of an assessment, withdrawn ones too, oldest first. */
  async list(actor: Actor, assessmentId: string, query: PageQuery): Promise<Page<Named<Attribution>>> {
    await access(this.db.read, actor, assessmentId, 'see_judgements');
    const rows = this.db.read
      .createQueryBuilder(Attribution, 'a')
      .where('a.assessment_id = :assessmentId', { assessmentId })
      .orderBy('a.stated_at')
      .addOrderBy('a.id')
      .limit(query.limit + 1);
    const after = afterKey(query);
    if (after) {
      const [at = '', id = ''] = after.split(' ');
      rows.andWhere('(a.stated_at > :at OR (a.stated_at = :at AND a.id > :id))', { at, id });
    }
    const page = pageOf(await rows.getMany(), query.limit, ({ statedAt, id }) => `${statedAt} ${id}`);
    return { ...page, items: await namedRows(this.db.read, page.items, ({ statedBy }) => statedBy) };
  }

  private async named(row: Attribution): Promise<Named<Attribution>> {
    return (await namedRows(this.db.read, [row], ({ statedBy }) => statedBy))[0]!;
  }

  /** The one of this id, or else the standing one that says the same. */
  private async known(
    tx: Tx,
    { userId }: Actor,
    assessmentId: string,
    { id, targetRef, throughRef }: StateAttribution,
  ): Promise<Attribution | null> {
    const said = { assessmentId, statedBy: userId, targetRef, throughRef };
    const sent = id ? await tx.findOneBy(Attribution, { id }) : null;
    if (!sent) return tx.findOneBy(Attribution, { ...said, withdrawnAt: IsNull() });
    const same = Object.entries(said).every(([name, value]) => sent[name as keyof typeof said] === value);
    if (!same) throw new DomainError('already_exists');
    return sent;
  }
}

function refuseUnfit(items: readonly Target[], { targetRef, throughRef }: StateAttribution): void {
  const fields = [
    ...fault(items, 'targetRef', targetRef, isKnowledgeOrSkill, 'isKnowledgeOrSkill'),
    ...fault(items, 'throughRef', throughRef, isCriterion, 'isCriterion'),
  ];
  if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields });
}

function fault(
  items: readonly Target[],
  field: string,
  wanted: string,
  fits: (target: Target) => boolean,
  rule: string,
): FieldError[] {
  const target = items.find(({ ref }) => ref === wanted);
  if (!target) return [{ field, rule: 'isKnownTarget' }];
  return fits(target) ? [] : [{ field, rule }];
}
