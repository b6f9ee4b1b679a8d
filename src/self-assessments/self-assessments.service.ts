import { Injectable } from '@nestjs/common';
import { access, accessToChange } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { afterKey, type Page, pageOf, type PageQuery } from '../common/paging.js';
import { refuseUnclaimable } from '../competencies/targets.js';
import { Database } from '../database/database.js';
import { SelfAssessment } from './self-assessment.entity.js';
import { type RateTarget } from './self-assessments.dto.js';

@Injectable()
export class SelfAssessmentsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Says how far the candidate sees themselves on some targets, all or none. What was said before stays in the history. */
  async state(actor: Actor, assessmentId: string, input: RateTarget[]): Promise<SelfAssessment[]> {
    await this.db.write(async (tx) => {
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'self_assess');
      await refuseUnclaimable(
        tx,
        assessment.documentId,
        input.map(({ targetRef }, index) => ({ field: `ratings.${index}.targetRef`, ref: targetRef })),
      );
      const statedAt = this.clock.instant();
      const rows = input.map(({ targetRef, rating, note }) => {
        return { id: newId(), assessmentId, targetRef, rating, note: note || null, statedBy: actor.userId, statedAt };
      });
      for (let i = 0; i < rows.length; i += 100) await tx.insert(SelfAssessment, rows.slice(i, i + 100));
      const { bodyId } = assessment;
      const data = { ratings: rows.map(({ id, targetRef, rating }) => [id, targetRef, rating]) };
      await audit(tx, actor, { at: statedAt, action: 'self_assessment.stated', subjectId: assessmentId, bodyId, data });
    });
    return this.latest(actor, assessmentId);
  }

  /** The candidate's latest word on each target they spoke of. */
  async latest(actor: Actor, assessmentId: string): Promise<SelfAssessment[]> {
    await access(this.db.read, actor, assessmentId, 'read');
    const latest = this.db.read
      .createQueryBuilder(SelfAssessment, 'l')
      .select('MAX(l.id)')
      .where('l.assessment_id = :assessmentId')
      .groupBy('l.target_ref');
    return this.db.read
      .createQueryBuilder(SelfAssessment, 's')
      .where(`s.id IN (${latest.getQuery()})`, { assessmentId })
      .orderBy('s.id')
      .getMany();
  }

  /** Everything the candidate ever said, oldest first. */
  async history(actor: Actor, assessmentId: string, query: PageQuery): Promise<Page<SelfAssessment>> {
    await access(this.db.read, actor, assessmentId, 'read');
    const rows = this.db.read
      .createQueryBuilder(SelfAssessment, 's')
      .where('s.assessment_id = :assessmentId', { assessmentId });
    const after = afterKey(query);
    if (after) rows.andWhere('s.id > :after', { after });
    const found = await rows
      .orderBy('s.id')
      .limit(query.limit + 1)
      .getMany();
    return pageOf(found, query.limit, ({ id }) => id);
  }
}
