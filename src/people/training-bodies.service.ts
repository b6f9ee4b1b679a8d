import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { requireMatch } from '../common/etag.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { bodyRevision } from './body-revision.js';
import { type CreateTrainingBody, type UpdateTrainingBody } from './people.dto.js';
import { PeopleService } from './people.service.js';
import { canAdminister, canSeeBody } from './people.policy.js';
import { TrainingBody } from './training-body.entity.js';

@Injectable()
export class TrainingBodiesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly people: PeopleService,
  ) {}

  /** The bodies the actor belongs to; for the operator, all of them. */
  async list(actor: Actor): Promise<TrainingBody[]> {
    const ids = actor.memberships.map((m) => m.bodyId);
    return this.db.read.find(TrainingBody, { where: actor.operator ? {} : { id: In(ids) }, order: { id: 'ASC' } });
  }

  async find(actor: Actor, id: string): Promise<TrainingBody> {
    return found(canSeeBody(actor, id) ? await this.db.read.findOneBy(TrainingBody, { id }) : null);
  }

  /** Makes a body; whoever makes it is its first administrator. */
  async create(actor: Actor, input: CreateTrainingBody): Promise<TrainingBody> {
    if (!actor.operator) throw new DomainError('forbidden');
    const body = { id: newId(), name: input.name, createdAt: this.clock.instant() };
    await this.db.write(async (tx) => {
      await tx.insert(TrainingBody, body);
      await audit(tx, actor, {
        at: body.createdAt,
        action: 'training_body.created',
        subjectId: body.id,
        bodyId: body.id,
      });
      await this.people.grant(tx, actor, body.id, actor.userId, 'administrator');
    });
    return body;
  }

  /**
   * Renames the body, upon the revision that was read last. Issued documents keep the name they were issued under.
   */
  async update(
    actor: Actor,
    id: string,
    input: UpdateTrainingBody,
    ifMatch: string | undefined,
  ): Promise<TrainingBody> {
    const body = await this.find(actor, id);
    if (!canAdminister(actor, id)) throw new DomainError('forbidden');
    return this.db.write(async (tx) => {
      const current = found(await tx.findOneBy(TrainingBody, { id: body.id }));
      requireMatch(ifMatch, bodyRevision(current));
      const changed = { name: input.name ?? current.name };
      await tx.update(TrainingBody, { id }, changed);
      await audit(tx, actor, {
        at: this.clock.instant(),
        action: 'training_body.updated',
        subjectId: id,
        bodyId: id,
      });
      return { ...current, ...changed };
    });
  }
}
