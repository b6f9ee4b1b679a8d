import { Injectable } from '@nestjs/common';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { accessToChange } from './access.js';
import { Assessment } from './assessment.entity.js';
import { type ChangeEnrolment } from './assessments.dto.js';

@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Corrects where the candidate works and whom they go with, until the assessment is closed. Null or nothing clears. */
  async change(actor: Actor, assessmentId: string, input: ChangeEnrolment): Promise<void> {
    await this.db.write(async (tx) => {
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'assign');
      const wanted = Object.entries(input).filter(([, value]) => value !== undefined);
      const changes = wanted
        .map(([name, value]) => [name as keyof ChangeEnrolment, (value as string | null) || null] as const)
        .filter(([name, value]) => assessment[name] !== value);
      if (changes.length === 0) return;
      await tx.update(Assessment, { id: assessmentId }, Object.fromEntries(changes));
      await audit(tx, actor, {
        at: this.clock.instant(),
        action: 'enrolment.changed',
        subjectId: assessmentId,
        bodyId: assessment.bodyId,
        data: { fields: changes.map(([name]) => name).sort() },
      });
    });
  }
}
