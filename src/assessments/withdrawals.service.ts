import { Injectable } from '@nestjs/common';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../database/database.js';
import { access, accessToChange } from './access.js';
import { Assessment } from './assessment.entity.js';

@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends an assessment without a verdict: the candidate is not assessed. Everything in it stays and can be read, and
   * another enrolment is a new attempt. Withdrawing again changes nothing.
   */
  async withdraw(actor: Actor, assessmentId: string, reason: string): Promise<void> {
    await this.db.write(async (tx) => {
      const { assessment } = await access(tx, actor, assessmentId, 'withdraw');
      if (assessment.withdrawnAt) return;
      const open = await accessToChange(tx, actor, assessmentId, 'withdraw');
      await closeByWithdrawal(tx, actor, open.assessment, reason, this.clock.instant());
    });
  }
}

/** Closes an assessment, which the caller has reached to change, in the caller's write. */
export async function closeByWithdrawal(
  tx: Tx,
  actor: Actor,
  { id, bodyId }: Assessment,
  reason: string,
  at: string,
): Promise<void> {
  await tx.update(Assessment, { id }, { withdrawnAt: at, withdrawnBy: actor.userId, withdrawalReason: reason });
  await audit(tx, actor, { at, action: 'assessment.withdrawn', subjectId: id, bodyId });
}
