import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { Membership } from './membership.entity.js';
import { type AddQualification } from './people.dto.js';
import { canAdminister, canEnrol, canSeeBody } from './people.policy.js';
import { Qualification } from './qualification.entity.js';
import { TrainingBody } from './training-body.entity.js';

/** The register of who may assess what, and when. */
@Injectable()
export class QualificationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, bodyId: string): Promise<Qualification[]> {
    found(canSeeBody(actor, bodyId) ? await this.db.read.findOneBy(TrainingBody, { id: bodyId }) : null);
    const own = canEnrol(actor, bodyId) ? {} : { userId: actor.userId };
    return this.db.read.find(Qualification, { where: { bodyId, ...own }, order: { id: 'ASC' } });
  }

  async add(actor: Actor, bodyId: string, input: AddQualification): Promise<Qualification> {
    this.requireAdministrator(actor, bodyId);
    const row: Qualification = {
      id: newId(),
      bodyId,
      userId: input.userId,
      title: input.title,
      documentCodes: input.documentCodes ?? [],
      validFrom: input.validFrom,
      validUntil: input.validUntil ?? null,
      recordedBy: actor.userId,
      recordedAt: this.clock.instant(),
      revokedAt: null,
    };
    await this.db.write(async (tx) => {
      found(await tx.findOneBy(Membership, { bodyId, userId: input.userId, endedAt: IsNull() }));
      await tx.insert(Qualification, row);
      const data = { userId: row.userId, documentCodes: row.documentCodes, from: row.validFrom, until: row.validUntil };
      await audit(tx, actor, { at: row.recordedAt, action: 'qualification.recorded', subjectId: row.id, bodyId, data });
    });
    return row;
  }

  /** A qualification recorded by mistake or taken away: it counts no more, and stays in the register as revoked. */
  async revoke(actor: Actor, bodyId: string, id: string): Promise<void> {
    this.requireAdministrator(actor, bodyId);
    await this.db.write(async (tx) => {
      found(await tx.findOneBy(Qualification, { id, bodyId, revokedAt: IsNull() }));
      const at = this.clock.instant();
      await tx.update(Qualification, { id }, { revokedAt: at });
      await audit(tx, actor, { at, action: 'qualification.revoked', subjectId: id, bodyId });
    });
  }

  private requireAdministrator(actor: Actor, bodyId: string): void {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!canAdminister(actor, bodyId)) throw new DomainError('forbidden');
  }
}
