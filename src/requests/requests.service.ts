import { Injectable } from '@nestjs/common';
import { access, accessToChange } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { afterKey, type Page, pageOf } from '../common/paging.js';
import { documentName } from '../competencies/document-name.js';
import { refuseUnclaimable } from '../competencies/targets.js';
import { Database } from '../database/database.js';
import { accessItem, isOwn } from '../evidence/items.js';
import { dropNotices, notify } from '../notices/notify.js';
import { EvidenceRequest, RequestAnswer } from './evidence-request.entity.js';
import { stateConditions, wholeRequests } from './queries.js';
import { type RequestEvidence, type RequestsQuery } from './requests.dto.js';
import { type WholeRequest } from './requests.view.js';

@Injectable()
export class RequestsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Asks the candidate for evidence, and tells them. The same id again answers what is there. */
  async ask(
    actor: Actor,
    assessmentId: string,
    input: RequestEvidence,
  ): Promise<{ request: WholeRequest; created: boolean }> {
    const id = input.id ?? newId();
    const created = await this.db.write(async (tx) => {
      const known = await tx.findOneBy(EvidenceRequest, { id });
      if (known && (known.assessmentId !== assessmentId || known.requestedBy !== actor.userId))
        throw new DomainError('already_exists');
      if (known) return false;
      const { assessment } = await accessToChange(tx, actor, assessmentId, 'request');
      const at = this.clock.instant();
      if (input.dueOn < dateIn(at))
        throw new DomainError('validation_failed', {}, { fields: [{ field: 'dueOn', rule: 'notPast' }] });
      const { targetRefs, text, dueOn } = input;
      await refuseUnclaimable(
        tx,
        assessment.documentId,
        targetRefs.map((ref, index) => ({ field: `targetRefs.${index}`, ref })),
      );
      const withdrawal = { withdrawnAt: null, withdrawnBy: null, withdrawalReason: null };
      const asked = { requestedBy: actor.userId, requestedAt: at };
      await tx.insert(EvidenceRequest, { id, assessmentId, targetRefs, text, dueOn, ...asked, ...withdrawal });
      const { bodyId, candidateId } = assessment;
      const document = await documentName(tx, assessment.documentId);
      const params = { document, what: text, dueOn, place: `/assessments/${assessmentId}` as const };
      await notify(tx, { kind: 'evidence_request', to: { userId: candidateId }, bodyId, params, causeId: id, at });
      const data = { requestId: id, targetRefs, dueOn };
      await audit(tx, actor, { at, action: 'evidence.requested', subjectId: assessmentId, bodyId, data });
      return true;
    });
    return { request: await this.find(actor, id), created };
  }

  async list(actor: Actor, assessmentId: string, query: RequestsQuery): Promise<Page<WholeRequest>> {
    await access(this.db.read, actor, assessmentId, 'read');
    const today = dateIn(this.clock.instant());
    const rows = this.db.read
      .createQueryBuilder(EvidenceRequest, 'r')
      .where('r.assessment_id = :assessmentId', { assessmentId });
    if (query.state) rows.andWhere(stateConditions[query.state], { today });
    const after = afterKey(query);
    if (after) rows.andWhere('r.id > :after', { after });
    const requests = await rows
      .orderBy('r.id')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(requests, query.limit, ({ id }) => id);
    return { ...page, items: await wholeRequests(this.db.read, page.items, today) };
  }

  async find(actor: Actor, id: string): Promise<WholeRequest> {
    const request = found(await this.db.read.findOneBy(EvidenceRequest, { id }));
    await access(this.db.read, actor, request.assessmentId, 'read');
    return (await wholeRequests(this.db.read, [request], dateIn(this.clock.instant())))[0]!;
  }

  /** The candidate's word that an item of theirs is what was asked for; several may answer one request. */
  async answer(actor: Actor, id: string, itemId: string): Promise<WholeRequest> {
    await this.db.write(async (tx) => {
      const request = found(await tx.findOneBy(EvidenceRequest, { id }));
      const { assessment } = await accessToChange(tx, actor, request.assessmentId, 'acknowledge');
      if (request.withdrawnAt) throw new DomainError('request_withdrawn');
      const { item } = await accessItem(tx, actor, itemId, 'submit_evidence');
      if (item.assessmentId !== assessment.id || !isOwn(actor, item, assessment.candidateId))
        throw new DomainError('not_found');
      if (item.withdrawnAt) throw new DomainError('evidence_withdrawn');
      if (await tx.existsBy(RequestAnswer, { requestId: id, itemId })) return;
      const at = this.clock.instant();
      await tx.insert(RequestAnswer, { id: newId(), requestId: id, itemId, answeredBy: actor.userId, answeredAt: at });
      await dropNotices(tx, id, at);
      const { bodyId } = assessment;
      const data = { requestId: id, evidenceId: itemId };
      await audit(tx, actor, { at, action: 'request.answered', subjectId: assessment.id, bodyId, data });
    });
    return this.find(actor, id);
  }

  /** Takes a request back. What was handed in for it stays. */
  async withdraw(actor: Actor, id: string, reason: string): Promise<WholeRequest> {
    await this.db.write(async (tx) => {
      const request = found(await tx.findOneBy(EvidenceRequest, { id }));
      const { assessment, standing } = await accessToChange(tx, actor, request.assessmentId, 'request');
      if (request.requestedBy !== actor.userId && !standing.leads) throw new DomainError('forbidden');
      if (request.withdrawnAt) return;
      const at = this.clock.instant();
      const withdrawal = { withdrawnAt: at, withdrawnBy: actor.userId, withdrawalReason: reason };
      await tx.update(EvidenceRequest, { id }, withdrawal);
      await dropNotices(tx, id, at);
      const { bodyId } = assessment;
      await audit(tx, actor, {
        at,
        action: 'request.withdrawn',
        subjectId: assessment.id,
        bodyId,
        data: { requestId: id },
      });
    });
    return this.find(actor, id);
  }
}
