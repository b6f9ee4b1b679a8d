import { Injectable } from '@nestjs/common';
import { access, accessToChange } from '../assessments/access.js';
import { requireEntitled } from '../assessments/entitlement.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { type Page, afterKey, pageOf } from '../common/paging.js';
import { Database } from '../database/database.js';
import { Claim } from '../evidence/claim.entity.js';
import { accessItem } from '../evidence/items.js';
import { judgementFaults, rulesOf } from './faults.js';
import { Judgement } from './judgement.entity.js';
import { type JudgeClaim, type JudgementsQuery } from './judgements.dto.js';
import { type NamedJudgement } from './judgements.view.js';
import { judgeableClaims, judgementsOf, named } from './queries.js';

@Injectable()
export class JudgementsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers claims, all or none. An assessor's new answer to a claim supersedes the old one, which stays. */
  async judge(actor: Actor, assessmentId: string, input: JudgeClaim[]): Promise<NamedJudgement[]> {
    const rows = await this.db.write(async (tx) => {
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'judge');
      const at = this.clock.instant();
      await requireEntitled(tx, actor, assessment, at);
      const claimIds = input.map(({ claimId }) => claimId);
      const fields = judgementFaults(input, await judgeableClaims(tx, assessmentId, claimIds));
      if (fields.length > 0) throw new DomainError('validation_failed', {}, { fields });
      const judgements = input.map((judgement) => rowOf(actor, assessmentId, judgement, at));
      await tx.insert(Judgement, judgements);
      const data = { judgements: judgements.map(({ id, claimId, decision }) => [id, claimId, decision]) };
      const entry = { at, action: 'claims.judged', subjectId: assessmentId, bodyId: assessment.bodyId, data };
      await audit(tx, actor, entry);
      return judgements;
    });
    return named(this.db.read, rows);
  }

  /** Every judgement of an assessment, or of one of its claims, oldest first. */
  async list(actor: Actor, assessmentId: string, query: JudgementsQuery): Promise<Page<NamedJudgement>> {
    await access(this.db.read, actor, assessmentId, 'see_judgements');
    const rows = judgementsOf(this.db.read, assessmentId);
    if (query.claimId) rows.andWhere('j.claim_id = :claimId', { claimId: query.claimId });
    const after = afterKey(query);
    if (after) {
      const [at = '', id = ''] = after.split(' ');
      rows.andWhere('(j.judged_at > :at OR (j.judged_at = :at AND j.id > :id))', { at, id });
    }
    const page = pageOf(await rows.limit(query.limit + 1).getMany(), query.limit, (j) => `${j.judgedAt} ${j.id}`);
    return { ...page, items: await named(this.db.read, page.items) };
  }

  /** What was said to one claim, oldest first. */
  async history(actor: Actor, claimId: string): Promise<NamedJudgement[]> {
    const claim = found(await this.db.read.findOneBy(Claim, { id: claimId }));
    await accessItem(this.db.read, actor, claim.itemId, 'see_judgements');
    const rows = judgementsOf(this.db.read, claim.assessmentId).andWhere('j.claim_id = :claimId', { claimId });
    return named(this.db.read, await rows.getMany());
  }
}

function rowOf(actor: Actor, assessmentId: string, input: JudgeClaim, judgedAt: string): Judgement {
  const { claimId, decision, reason } = input;
  const rules = rulesOf(input);
  return {
    id: newId(),
    assessmentId,
    claimId,
    decision,
    rules,
    reason: reason || null,
    judgedBy: actor.userId,
    judgedAt,
  };
}
