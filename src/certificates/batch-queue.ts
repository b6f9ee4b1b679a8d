import { type SelectQueryBuilder } from 'typeorm';
import { audit } from '../audit/audit.js';
import { systemActor } from '../common/actor.js';
import { newId } from '../common/ids.js';
import { type Reader, type Tx } from '../database/database.js';
import { CertificateBatchItem } from './batch-item.entity.js';
import { CertificateBatch } from './batch.entity.js';

/**
 * A run says so often that it is alive, and one that has not for so long is dead. To be taken for dead does no harm: what
 * two runs do at once is done once.
 */
export const heartbeatMs = 2000;
const deadAfterMs = 6000;

const open = 'b.finished_at IS NULL AND b.cancelled_at IS NULL';
const free = `${open} AND (b.run_id IS NULL OR b.alive_at < :dead)`;
const dead = (at: string): { dead: string } => ({ dead: new Date(Date.parse(at) - deadAfterMs).toISOString() });

/** Whether a batch waits, or its run has died, asked without waiting for the write gate. */
export function isAnyBatchDue(reader: Reader, at: string, passedOver: readonly string[] = []): Promise<boolean> {
  return dueBatches(reader, at, passedOver).getExists();
}

/** Takes the oldest such batch for a run of its own; null when there is none. */
export async function claimBatch(
  tx: Tx,
  at: string,
  passedOver: readonly string[] = [],
): Promise<CertificateBatch | null> {
  const batch = await dueBatches(tx, at, passedOver).orderBy('b.ordered_at').addOrderBy('b.id').getOne();
  if (!batch) return null;
  const run = { runId: newId(), aliveAt: at };
  await tx.update(CertificateBatch, { id: batch.id }, run);
  return { ...batch, ...run };
}

function dueBatches(reader: Reader, at: string, passedOver: readonly string[]): SelectQueryBuilder<CertificateBatch> {
  const rows = reader.createQueryBuilder(CertificateBatch, 'b').where(free, dead(at));
  return passedOver.length > 0 ? rows.andWhere('b.id NOT IN (:...passedOver)', { passedOver }) : rows;
}

/** Whether the batch is still the run's, and nobody has cancelled it. */
export async function isMine(reader: Reader, { id, runId }: CertificateBatch): Promise<boolean> {
  const batch = await reader.findOneBy(CertificateBatch, { id });
  return batch !== null && batch.runId === runId && batch.cancelledAt === null;
}

export async function keepBatchAlive(tx: Tx, { id, runId }: CertificateBatch, aliveAt: string): Promise<boolean> {
  if (runId === null) return false;
  const { affected } = await tx.update(CertificateBatch, { id, runId }, { aliveAt });
  return affected === 1;
}

/** Gives a batch back that this run does not bring to its end. */
export async function putBatchBack(tx: Tx, { id, runId }: CertificateBatch): Promise<void> {
  if (runId !== null) await tx.update(CertificateBatch, { id, runId }, { runId: null, aliveAt: null });
}

/** Everything in it is settled. */
export async function finishBatch(tx: Tx, batch: CertificateBatch, at: string): Promise<void> {
  if (!(await isMine(tx, batch))) return;
  const { id, bodyId } = batch;
  const { total, refused, numbered } = await progressOf(tx, id);
  if (refused + numbered < total) return;
  await tx.update(CertificateBatch, { id }, { finishedAt: at, runId: null, aliveAt: null });
  const data = { numbered, refused };
  await audit(tx, systemActor, { at, action: 'certificate_batch.finished', subjectId: id, bodyId, data });
}

/** The assessments of a batch that nothing has become of yet, the first of them. */
export function unsettled(reader: Reader, batchId: string, limit: number): Promise<CertificateBatchItem[]> {
  return reader
    .createQueryBuilder(CertificateBatchItem, 'i')
    .where('i.batch_id = :batchId AND i.certificate_id IS NULL AND i.refusal IS NULL', { batchId })
    .orderBy('i.position')
    .limit(limit)
    .getMany();
}

export interface BatchProgress {
  total: number;
  /** Given a number. */
  numbered: number;
  /** Of those, with a document. */
  issued: number;
  refused: number;
}

export async function progressOf(reader: Reader, batchId: string): Promise<BatchProgress> {
  const [row]: [Record<keyof BatchProgress, number | string>] = await reader.sql`
    SELECT COUNT(*) AS total, COUNT(i.certificate_id) AS numbered, COUNT(d.id) AS issued, COUNT(i.refusal) AS refused
    FROM certificate_batch_items i LEFT JOIN certificate_documents d ON d.id = i.certificate_id
    WHERE i.batch_id = ${batchId}`;
  return {
    total: Number(row.total),
    numbered: Number(row.numbered),
    issued: Number(row.issued),
    refused: Number(row.refused),
  };
}
