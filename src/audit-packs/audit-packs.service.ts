import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { afterKey, type Page, pageOf, type PageQuery } from '../common/paging.js';
import { CompetencyDocument } from '../competencies/competency-document.entity.js';
import { Database } from '../database/database.js';
import { type Sendable } from '../files/send-file.js';
import { canSeeBody } from '../people/people.policy.js';
import { AuditPack, type PackCriteria } from './audit-pack.entity.js';
import { type OrderAuditPack } from './audit-packs.dto.js';
import { canPack } from './audit-packs.policy.js';
import { Packer } from './packer.js';
import { freshPack, unfinished } from './queue.js';
import { concerns } from './selection.js';

/** Orders of one body that wait or are being made. */
const mostUnfinished = 5;

@Injectable()
export class AuditPacksService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly packer: Packer,
  ) {}

  async order(
    actor: Actor,
    bodyId: string,
    { id = newId(), ...input }: OrderAuditPack,
  ): Promise<{ pack: AuditPack; created: boolean }> {
    requirePacking(actor, bodyId);
    const criteria = await this.criteriaOf(input);
    await this.refuseOwn(actor, { bodyId, criteria });
    const pack: AuditPack = {
      ...freshPack,
      id: id.toLowerCase(),
      bodyId,
      criteria,
      requestedBy: actor.userId,
      requestedAt: '',
    };
    const answer = await this.db.write(async (tx) => {
      const earlier = await tx.findOneBy(AuditPack, { id: pack.id });
      if (earlier && asksForSame(earlier, pack)) return { pack: earlier, created: false };
      if (earlier) throw new DomainError('already_exists');
      const waiting = await tx.countBy(AuditPack, { bodyId, state: In(unfinished) });
      if (waiting >= mostUnfinished) throw new DomainError('too_many_audit_packs', { limit: mostUnfinished });
      pack.requestedAt = this.clock.instant();
      await tx.insert(AuditPack, pack);
      // A cohort is called by somebody's words, which the log holds none of.
      const { documentId, from, to, withFiles } = criteria;
      const data = { documentId, from, to, withFiles };
      const entry = { at: pack.requestedAt, action: 'audit_pack.ordered', subjectId: pack.id, bodyId, data };
      await audit(tx, actor, entry);
      return { pack, created: true };
    });
    void this.packer.work();
    return answer;
  }

  async list(actor: Actor, bodyId: string, query: PageQuery): Promise<Page<AuditPack>> {
    requirePacking(actor, bodyId);
    const after = afterKey(query);
    const rows = await this.db.read.find(AuditPack, {
      where: { bodyId, ...(after && { id: LessThan(after) }) },
      order: { id: 'DESC' },
      take: query.limit + 1,
    });
    return pageOf(rows, query.limit, (row) => row.id);
  }

  async find(actor: Actor, id: string): Promise<AuditPack> {
    const pack = found(await this.db.read.findOneBy(AuditPack, { id }));
    requirePacking(actor, pack.bodyId);
    return pack;
  }

  /** The archive, for as long as it is kept. That somebody took it is written down: it is full of personal data. */
  async open(actor: Actor, id: string): Promise<Sendable> {
    const { bodyId, criteria, state, fileSha256, bytes, expiresAt } = await this.find(actor, id);
    await this.refuseOwn(actor, { bodyId, criteria });
    const at = this.clock.instant();
    if (state === 'expired' || (expiresAt && expiresAt <= at)) throw new DomainError('audit_pack_expired');
    if (state !== 'done' || !fileSha256) throw new DomainError('audit_pack_unfinished');
    const data = { sha256: fileSha256 };
    await this.db.write((tx) => audit(tx, actor, { at, action: 'audit_pack.opened', subjectId: id, bodyId, data }));
    const name = `audit-pack-${criteria.from}-${criteria.to}-${id.slice(-6)}.zip`;
    return { sha256: fileSha256, size: bytes, mediaType: 'application/zip', name };
  }

  /** Stops it; stopping twice is harmless. */
  async cancel(actor: Actor, id: string): Promise<AuditPack> {
    await this.find(actor, id);
    const pack = await this.db.write(async (tx) => {
      const current = found(await tx.findOneBy(AuditPack, { id }));
      if (current.state === 'cancelled') return current;
      if (!unfinished.includes(current.state)) throw new DomainError('audit_pack_finished');
      const at = this.clock.instant();
      const changes = { state: 'cancelled', runId: null, finishedAt: at } as const;
      await tx.update(AuditPack, { id }, changes);
      await audit(tx, actor, { at, action: 'audit_pack.cancelled', subjectId: id, bodyId: current.bodyId });
      return { ...current, ...changes };
    });
    this.packer.stop(id);
    return pack;
  }

  private async criteriaOf({ cohort, documentId, from, to, withFiles }: Omit<OrderAuditPack, 'id'>) {
    if (to < from) throw new DomainError('validation_failed', {}, { fields: [{ field: 'to', rule: 'notBefore' }] });
    if (from > dateIn(this.clock.now())) {
      throw new DomainError('validation_failed', {}, { fields: [{ field: 'from', rule: 'isNotFuture' }] });
    }
    if (documentId)
      found(await this.db.read.findOne(CompetencyDocument, { where: { id: documentId }, select: { id: true } }));
    const criteria: PackCriteria = {
      cohort: cohort || null,
      documentId: documentId || null,
      from,
      to,
      withFiles: withFiles ?? false,
    };
    return criteria;
  }

  /** Nobody is given what is said of themselves as candidate, nor what they are to judge blind. */
  private async refuseOwn(actor: Actor, order: Pick<AuditPack, 'bodyId' | 'criteria'>): Promise<void> {
    if (await concerns(this.db.read, order, actor)) throw new DomainError('audit_pack_concerns_you');
  }
}

function requirePacking(actor: Actor, bodyId: string): void {
  if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
  if (!canPack(actor, bodyId)) throw new DomainError('forbidden');
}

const asksForSame = (one: AuditPack, other: AuditPack): boolean =>
  one.bodyId === other.bodyId &&
  one.requestedBy === other.requestedBy &&
  isDeepStrictEqual(one.criteria, other.criteria);
