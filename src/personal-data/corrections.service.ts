import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { audit } from '../audit/audit.js';
import { type Limit, Throttles } from '../auth/throttle.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId, sha256 } from '../common/ids.js';
import { afterKey, type Page, pageOf, type PageQuery } from '../common/paging.js';
import { Database } from '../database/database.js';
import { dropNotices, notify } from '../notices/notify.js';
import { Membership } from '../people/membership.entity.js';
import { canAdminister, canSeeBody } from '../people/people.policy.js';
import { User } from '../people/user.entity.js';
import { Correction, type CorrectedField, correctedFields } from './correction.entity.js';
import { type CorrectPerson, type RequestCorrection } from './corrections.dto.js';

/** What is kept of people, made right; documents that were issued keep what they said. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly throttles: Throttles,
  ) {}

  /**
   * Corrects name or address of a person of this body, and keeps what it was. Administrators reach only who was never
   * anywhere else, as with passwords: an account that others rely on is the operator's to change, and operators' nobody's.
   */
  async correct(actor: Actor, bodyId: string, userId: string, input: CorrectPerson): Promise<Correction[]> {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!canAdminister(actor, bodyId)) throw new DomainError('forbidden');
    const wanted = { name: input.name ?? undefined, email: input.email?.trim().toLowerCase() };
    return this.db.write(async (tx) => {
      const memberships = await tx.findBy(Membership, { userId });
      found(memberships.find((m) => m.bodyId === bodyId && !m.endedAt));
      const user = found(await tx.findOneBy(User, { id: userId }));
      const elsewhere = memberships.some((m) => m.bodyId !== bodyId);
      if ((user.operator && userId !== actor.userId) || (elsewhere && !actor.operator))
        throw new DomainError('forbidden');
      const changed = correctedFields.filter((field) => wanted[field] !== undefined && wanted[field] !== user[field]);
      if (changed.includes('email') && (await tx.existsBy(User, { email: wanted.email! })))
        throw new DomainError('email_taken');
      const rows: Correction[] = [];
      for (const field of changed) {
        rows.push({
          id: newId(),
          bodyId,
          userId,
          field,
          oldValue: user[field],
          newValue: wanted[field]!,
          reason: input.reason,
          correctedBy: actor.userId,
          correctedAt: this.clock.instant(),
        });
      }
      for (const row of rows) {
        await tx.update(User, { id: userId }, { [row.field]: row.newValue });
        await tx.insert(Correction, row);
        const data = { correctionId: row.id, field: row.field };
        await audit(tx, actor, { at: row.correctedAt, action: 'person.corrected', subjectId: userId, bodyId, data });
      }
      return rows;
    });
  }

  /** The corrections a body made, newest first; for its administrators and the person. */
  async list(actor: Actor, bodyId: string, userId: string, query: PageQuery): Promise<Page<Correction>> {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!canAdminister(actor, bodyId) && actor.userId !== userId) throw new DomainError('forbidden');
    found(await this.db.read.findOneBy(Membership, { bodyId, userId }));
    const before = afterKey(query);
    const rows = await this.db.read.find(Correction, {
      where: { bodyId, userId, ...(before ? { id: LessThan(before) } : {}) },
      order: { id: 'DESC' },
      take: query.limit + 1,
    });
    return pageOf(rows, query.limit, ({ id }) => id);
  }

  /** Asks the administrators of every body of the person; asking again takes the place of what was not sent yet. */
  async request(actor: Actor, { field, value, reason }: RequestCorrection): Promise<void> {
    await this.throttles.attempt([requestsOf(actor)]);
    const at = this.clock.instant();
    await this.db.write(async (tx) => {
      const { name } = found(await tx.findOneBy(User, { id: actor.userId }));
      const bodies = new Set(actor.memberships.map(({ bodyId }) => bodyId));
      const causeId = causeOf(actor, field);
      await dropNotices(tx, causeId, at);
      for (const bodyId of bodies) {
        const administrators = await tx.findBy(Membership, { bodyId, role: 'administrator', endedAt: IsNull() });
        for (const { userId } of administrators) {
          const place = `/bodies/${bodyId}/people/${actor.userId}` as const;
          const params = { person: name, field, value, reason: reason || null, place };
          await notify(tx, { kind: 'correction_requested', to: { userId }, bodyId, params, causeId, at });
        }
        const data = { field };
        await audit(tx, actor, { at, action: 'correction.requested', subjectId: actor.userId, bodyId, data });
      }
    });
  }
}

/** Each of them is a letter in the person's own words to everybody who runs their bodies. */
const requestsOf = ({ userId }: Actor): Limit => ({
  key: sha256(`correction-requests:${userId}`),
  failures: 10,
  windowSeconds: 86_400,
});

const causeOf = ({ userId }: Actor, field: CorrectedField): string => `${userId} ${field}`;
