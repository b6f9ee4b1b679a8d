import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { afterKey, afterNumber, type Page, pageOf, type PageQuery } from '../common/paging.js';
import { Database, type Tx } from '../database/database.js';
import { insertRow } from '../database/insert-row.js';
import { refusalText } from '../i18n/certificates.js';
import { type Locale } from '../i18n/i18n.js';
import { canEnrol, canSeeBody } from '../people/people.policy.js';
import { progressOf } from './batch-queue.js';
import { CertificateBatchItem } from './batch-item.entity.js';
import { type BatchCriteria, CertificateBatch } from './batch.entity.js';
import { mostInBatch, type OrderBatch, type PreviewQuery } from './batches.dto.js';
import { type BatchItemView, type WholeBatch } from './batches.view.js';
import { Finisher } from './finisher.js';
import { type CertifiableView } from './certifiable.view.js';
import { previewOf } from './preview.js';
import { selected, uncertified } from './selection.js';

/** Batches of one body that wait or are being issued. */
const mostOpen = 5;
const open = { finishedAt: IsNull(), cancelledAt: IsNull() };

@Injectable()
export class BatchesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly finisher: Finisher,
  ) {}

  /** Who of a cohort or document would be certified, and why the others would not. */
  async preview(actor: Actor, bodyId: string, query: PreviewQuery, locale: Locale): Promise<Page<CertifiableView>> {
    requireRegister(actor, bodyId);
    const after = afterKey(query);
    const rows = selected(this.db.read, bodyId, query);
    if (after) rows.andWhere('a.id > :after', { after });
    const assessments = await rows
      .orderBy('a.id')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(assessments, query.limit, ({ id }) => id);
    const asked = { bodyId, actorId: actor.userId, ids: page.items.map(({ id }) => id), at: this.clock.instant() };
    return { ...page, items: await previewOf(this.db.read, asked, locale) };
  }

  /** Orders the certificates of many at once. Who does not qualify is passed over, and told with the reason. */
  async order(actor: Actor, bodyId: string, { id = newId(), ...input }: OrderBatch) {
    requireRegister(actor, bodyId);
    const answer = await this.db.write(async (tx) => {
      const criteria = criteriaOf(input);
      const earlier = await tx.findOneBy(CertificateBatch, { id });
      if (earlier && asksForSame(earlier, { bodyId, criteria, orderedBy: actor.userId })) {
        return { batch: earlier, created: false };
      }
      if (earlier) throw new DomainError('already_exists');
      if ((await tx.countBy(CertificateBatch, { bodyId, ...open })) >= mostOpen) {
        throw new DomainError('too_many_batches', { limit: mostOpen });
      }
      const ids = await idsOf(tx, bodyId, input);
      if (ids.length === 0) throw new DomainError('nothing_to_certify');
      if (ids.length > mostInBatch) throw new DomainError('too_many_certificates', { limit: mostInBatch });
      const at = this.clock.instant();
      const ended = { runId: null, aliveAt: null, finishedAt: null, cancelledAt: null, cancelledBy: null };
      const batch: CertificateBatch = { id, bodyId, criteria, orderedBy: actor.userId, orderedAt: at, ...ended };
      await tx.insert(CertificateBatch, batch);
      for (const [index, assessmentId] of ids.entries()) {
        const item = {
          id: newId(),
          batchId: id,
          position: index + 1,
          assessmentId,
          certificateId: null,
          refusal: null,
        };
        await insertRow(tx, CertificateBatchItem, item);
      }
      // A cohort is called by somebody's words, which the log holds none of.
      const data = { documentId: criteria.documentId, count: ids.length };
      await audit(tx, actor, { at, action: 'certificate_batch.ordered', subjectId: id, bodyId, data });
      return { batch, created: true };
    });
    void this.finisher.work();
    return { ...answer, progress: await progressOf(this.db.read, id) };
  }

  async list(actor: Actor, bodyId: string, query: PageQuery): Promise<Page<WholeBatch>> {
    requireRegister(actor, bodyId);
    const before = afterKey(query);
    const rows = await this.db.read.find(CertificateBatch, {
      where: { bodyId, ...(before && { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: query.limit + 1,
    });
    const page = pageOf(rows, query.limit, ({ id }) => id);
    const items: WholeBatch[] = [];
    for (const batch of page.items) items.push({ batch, progress: await progressOf(this.db.read, batch.id) });
    return { ...page, items };
  }

  async find(actor: Actor, id: string): Promise<WholeBatch> {
    const batch = found(await this.db.read.findOneBy(CertificateBatch, { id }));
    requireRegister(actor, batch.bodyId);
    return { batch, progress: await progressOf(this.db.read, id) };
  }

  /** What became of each, in order. */
  async items(actor: Actor, id: string, query: PageQuery, locale: Locale): Promise<Page<BatchItemView>> {
    await this.find(actor, id);
    const after = afterNumber(query);
    const rows: ItemRow[] = await this.db.read.sql`
      SELECT i.id, i.position, i.assessment_id AS "assessmentId", a.candidate_id AS "candidateId", u.name,
             c.id AS "certificateId", c.number, i.refusal
      FROM certificate_batch_items i
        JOIN assessments a ON a.id = i.assessment_id
        JOIN users u ON u.id = a.candidate_id
        LEFT JOIN certificates c ON c.id = i.certificate_id
      WHERE i.batch_id = ${id} AND i.position > ${after}
      ORDER BY i.position LIMIT ${query.limit + 1}`;
    const page = pageOf(rows, query.limit, ({ position }) => String(position));
    return { ...page, items: page.items.map((row) => itemView(row, locale)) };
  }

  /** Stops it; what has a number by now keeps it. Stopping twice is harmless. */
  async cancel(actor: Actor, id: string): Promise<WholeBatch> {
    await this.find(actor, id);
    await this.db.write(async (tx) => {
      const { bodyId, cancelledAt, finishedAt } = found(await tx.findOneBy(CertificateBatch, { id }));
      if (cancelledAt) return;
      if (finishedAt) throw new DomainError('batch_finished');
      const at = this.clock.instant();
      const changes = { cancelledAt: at, cancelledBy: actor.userId, runId: null, aliveAt: null };
      await tx.update(CertificateBatch, { id }, changes);
      await audit(tx, actor, { at, action: 'certificate_batch.cancelled', subjectId: id, bodyId });
    });
    return this.find(actor, id);
  }
}

/** Those who run the body's courses keep its register. */
function requireRegister(actor: Actor, bodyId: string): void {
  if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
  if (!canEnrol(actor, bodyId)) throw new DomainError('forbidden');
}

function criteriaOf({ cohort, documentId, assessmentIds }: Omit<OrderBatch, 'id'>): BatchCriteria {
  return { cohort: cohort || null, documentId: documentId ?? null, named: assessmentIds?.length ?? null };
}

/** Named ones are all there or none is; nobody learns whether another body has one. */
async function idsOf(tx: Tx, bodyId: string, { assessmentIds, ...chosen }: Omit<OrderBatch, 'id'>): Promise<string[]> {
  if (!assessmentIds) {
    const rows = await uncertified(tx, bodyId, chosen)
      .limit(mostInBatch + 1)
      .getMany();
    return rows.map(({ id }) => id);
  }
  const known = await tx.countBy(Assessment, { id: In(assessmentIds), bodyId });
  if (known !== assessmentIds.length) throw new DomainError('not_found');
  return assessmentIds;
}

const asksForSame = (batch: CertificateBatch, asked: Pick<CertificateBatch, 'bodyId' | 'criteria' | 'orderedBy'>) =>
  batch.bodyId === asked.bodyId &&
  batch.orderedBy === asked.orderedBy &&
  isDeepStrictEqual({ ...batch.criteria }, asked.criteria);

interface ItemRow {
  id: string;
  position: number;
  assessmentId: string;
  candidateId: string;
  name: string;
  certificateId: string | null;
  number: string | null;
  refusal: string | null;
}

function itemView(row: ItemRow, locale: Locale): BatchItemView {
  const { id, assessmentId, candidateId, name, certificateId, number, refusal } = row;
  return {
    id,
    assessmentId,
    candidate: { id: candidateId, name },
    certificate: certificateId ? { id: certificateId, number: number! } : null,
    refusal: refusal?.split(' ').map((code) => ({ code, text: refusalText(code, locale) })) ?? null,
  };
}
