import { Injectable } from '@nestjs/common';
import { requireEntitled } from '../assessments/entitlement.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { AuthenticityCheck } from './authenticity-check.entity.js';
import { type CheckEvidence } from './evidence.dto.js';
import { accessItem, accessItemToChange } from './items.js';

/** Everybody who assesses may look more than once; nobody needs to look that often. */
const mostChecks = 20;

/** What assessors checked of evidence themselves. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** An entitled assessor's word, for good. The same client-made id again answers what is there. */
  async check(
    actor: Actor,
    itemId: string,
    input: CheckEvidence,
  ): Promise<{ check: AuthenticityCheck; created: boolean }> {
    return this.db.write(async (tx) => {
      await accessItem(tx, actor, itemId, 'judge');
      const known = input.id ? await tx.findOneBy(AuthenticityCheck, { id: input.id }) : null;
      if (known && (known.itemId !== itemId || known.checkedBy !== actor.userId))
        throw new DomainError('already_exists');
      if (known) return { check: known, created: false };
      const { assessment } = await accessItemToChange(tx, actor, itemId, 'judge');
      const checkedAt = this.clock.instant();
      await requireEntitled(tx, actor, assessment, checkedAt);
      if ((await tx.countBy(AuthenticityCheck, { itemId })) >= mostChecks)
        throw new DomainError('too_many_checks', { limit: mostChecks });
      const { id = newId(), kind, note } = input;
      const check: AuthenticityCheck = { id, itemId, kind, note: note ?? '', checkedBy: actor.userId, checkedAt };
      await tx.insert(AuthenticityCheck, check);
      await audit(tx, actor, {
        at: checkedAt,
        action: 'evidence.checked',
        subjectId: assessment.id,
        bodyId: assessment.bodyId,
        data: { checkId: id, evidenceId: itemId, kind },
      });
      return { check, created: true };
    });
  }
}
