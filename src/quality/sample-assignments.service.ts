import { Injectable } from '@nestjs/common';
import { accessAfterVerdict } from '../assessments/access.js';
import { Assignment } from '../assessments/assignment.entity.js';
import { insertAssignment } from '../assessments/enrolment.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database, type Tx } from '../database/database.js';
import { namedSamples } from './sample-queries.js';
import { Sample, SampleAssignment, SamplingPlan } from './sampling.entity.js';
import { type NamedSample } from './sampling.view.js';
import { requireOutsider } from './took-part.js';

/** Who verifies what was drawn. */
@Injectable()
export class SampleAssignmentsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Has a verifier look at a sample; the same one again is harmless, and another one is a second look. */
  async assign(actor: Actor, sampleId: string, verifierId: string): Promise<{ sample: NamedSample; created: boolean }> {
    const created = await this.db.write(async (tx) => {
      const sample = found(await tx.findOneBy(Sample, { id: sampleId }));
      const { assessmentId } = sample;
      const { assessment } = await accessAfterVerdict(tx, actor, assessmentId, 'assign');
      if (await tx.existsBy(SampleAssignment, { sampleId, verifierId })) return false;
      const { blind } = found(await tx.findOneBy(SamplingPlan, { id: sample.planId }));
      await requireOutsider(tx, assessmentId, verifierId);
      const standing = await this.standing(tx, assessmentId, verifierId, blind);
      const assignedAt = this.clock.instant();
      if (!standing) await insertAssignment(tx, actor, assessment, verifierId, 'verifier', assignedAt);
      const id = newId();
      const { userId: assignedBy } = actor;
      await tx.insert(SampleAssignment, { id, sampleId, assessmentId, verifierId, blind, assignedBy, assignedAt });
      const { bodyId } = assessment;
      const data = { sampleId, verifierId, blind };
      await audit(tx, actor, { at: assignedAt, action: 'sample.assigned', subjectId: assessmentId, bodyId, data });
      return true;
    });
    const sample = found(await this.db.read.findOneBy(Sample, { id: sampleId }));
    const plan = found(await this.db.read.findOneBy(SamplingPlan, { id: sample.planId }));
    return { sample: (await namedSamples(this.db.read, plan, [sample]))[0]!, created };
  }

  /** Whether the verifier has the duty already. Whoever ever had it may have seen what a blind one must not. */
  private async standing(tx: Tx, assessmentId: string, userId: string, blind: boolean): Promise<boolean> {
    const duties = await tx.findBy(Assignment, { assessmentId, userId, duty: 'verifier' });
    const judgedBlind = await tx.existsBy(SampleAssignment, { assessmentId, verifierId: userId, blind: true });
    if (blind && duties.length > 0 && !judgedBlind) throw new DomainError('not_blind');
    return duties.some(({ endedAt }) => endedAt === null);
  }
}
