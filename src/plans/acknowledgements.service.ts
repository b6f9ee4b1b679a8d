import { Injectable } from '@nestjs/common';
import { access, accessToChange } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { dropNotices } from '../notices/notify.js';
import { planSha256 } from './content.js';
import { PlanAcknowledgement } from './plan-acknowledgement.entity.js';
import { Plan } from './plan.entity.js';
import { latestPlan } from './queries.js';

@Injectable()
export class PlanAcknowledgementsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The candidate's word on the plan and the privacy notice that they were shown (rule P2): login, time and hash. Only
   * the version that holds can be acknowledged. Once given, it is answered again, whatever has come since.
   */
  async acknowledge(actor: Actor, planId: string, seenSha256: string): Promise<void> {
    await this.db.write(async (tx) => {
      const plan = found(await tx.findOneBy(Plan, { id: planId }));
      const { assessmentId } = plan;
      await access(tx, actor, assessmentId, 'acknowledge');
      const contentSha256 = planSha256(plan);
      if (contentSha256 !== seenSha256) throw new DomainError('precondition_failed');
      if (await tx.existsBy(PlanAcknowledgement, { planId, userId: actor.userId })) return;
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'acknowledge');
      const latest = await latestPlan(tx, assessmentId);
      if (latest?.id !== planId) throw new DomainError('plan_superseded');
      const row = { id: newId(), planId, userId: actor.userId, contentSha256, acknowledgedAt: this.clock.instant() };
      await tx.insert(PlanAcknowledgement, row);
      await dropNotices(tx, planId, row.acknowledgedAt);
      await audit(tx, actor, {
        at: row.acknowledgedAt,
        action: 'plan.acknowledged',
        subjectId: assessmentId,
        bodyId: assessment.bodyId,
        data: { planId, version: plan.version, contentSha256 },
      });
    });
  }
}
