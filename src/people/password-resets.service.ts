import { Injectable } from '@nestjs/common';
import { type Actor, systemActor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { Database, type Reader } from '../database/database.js';
import { setOneTimePassword } from './credentials.js';
import { Membership } from './membership.entity.js';
import { hashPassword, oneTimePassword } from './password.js';
import { canResetPasswords, canSeeBody } from './people.policy.js';
import { User } from './user.entity.js';

/** The ways back in for somebody who lost their password. All of them end the person's sessions and API tokens. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A new one-time password for a person of this body. Administrators reach only who was never anywhere else: what the
   * person did elsewhere is not theirs to open. The operator reaches everybody but operators. Nobody reaches who
   * assesses or verifies them: a reset is a way into the account, and so to a verdict on oneself.
   */
  async reset(actor: Actor, bodyId: string, userId: string): Promise<string> {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!canResetPasswords(actor, bodyId)) throw new DomainError('forbidden');
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    await this.db.write(async (tx) => {
      const user = found(await tx.findOneBy(User, { id: userId }));
      const memberships = await tx.findBy(Membership, { userId });
      found(memberships.find((m) => m.bodyId === bodyId && !m.endedAt));
      const elsewhere = memberships.some((m) => m.bodyId !== bodyId);
      if (user.operator || (elsewhere && !actor.operator)) throw new DomainError('forbidden');
      if (await hasDutyTowards(tx, userId, actor.userId)) throw new DomainError('forbidden');
      await setOneTimePassword(tx, actor, userId, { passwordHash, at: this.clock.instant(), bodyId });
    });
    return password;
  }

  /** For who runs commands on the server itself, and so rules all of it: reaches everybody, the operator too. */
  async resetFromConsole(email: string): Promise<string> {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    await this.db.write(async (tx) => {
      const { id } = found(await tx.findOneBy(User, { email: email.trim().toLowerCase() }));
      await setOneTimePassword(tx, systemActor, id, { passwordHash, at: this.clock.instant(), bodyId: null });
    });
    return password;
  }
}

/** Whether the person assesses or verifies this candidate, at any body. */
async function hasDutyTowards(reader: Reader, userId: string, candidateId: string): Promise<boolean> {
  const rows: unknown[] = await reader.sql`
    SELECT s.id FROM assignments s JOIN assessments a ON a.id = s.assessment_id
    WHERE s.user_id = ${userId} AND s.ended_at IS NULL AND a.candidate_id = ${candidateId} LIMIT 1`;
  return rows.length > 0;
}
