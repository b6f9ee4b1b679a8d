import { In } from 'typeorm';
import { audit } from '../audit/audit.js';
import { systemActor } from '../common/actor.js';
import { newId } from '../common/ids.js';
import { type Reader, type Tx } from '../database/database.js';
import { AuditPack, type PackError, type PackState } from './audit-pack.entity.js';

export const unfinished: readonly PackState[] = ['waiting', 'running'];

/** A run says so often that it is alive, and one that has not for so long is dead. */
export const heartbeatMs = 3000;
const deadAfterMs = 15_000;
/** What has taken servers down so often is not tried again. */
const mostAttempts = 5;
const keptDays = 7;

/** What a new order starts with. */
export const freshPack = {
  state: 'waiting',
  runId: null,
  aliveAt: null,
  attempts: 0,
  assessmentsDone: 0,
  assessmentsTotal: 0,
  entriesDone: 0,
  faults: 0,
  bytes: 0,
  sha256: null,
  fileSha256: null,
  finishedAt: null,
  expiresAt: null,
  error: null,
} as const;

export interface Progress {
  assessmentsDone: number;
  assessmentsTotal: number;
  entriesDone: number;
  faults: number;
  bytes: number;
}

const nothingYet: Progress = { assessmentsDone: 0, assessmentsTotal: 0, entriesDone: 0, faults: 0, bytes: 0 };

const before = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString();

/** Whether there is something to be made or tidied, asked without waiting for the write gate. */
export async function isAnyDue(reader: Reader, at: string): Promise<boolean> {
  const rows = await reader.sql<unknown[]>`
    SELECT id FROM audit_packs
    WHERE state = 'waiting' OR (state = 'running' AND alive_at < ${before(at, deadAfterMs)})
       OR (state = 'done' AND expires_at <= ${at}) LIMIT 1`;
  return rows.length > 0;
}

/** Takes the oldest pack that waits, or whose run has died, for a run of its own; null when there is none. */
export async function claimNext(tx: Tx, at: string): Promise<AuditPack | null> {
  const due = tx
    .createQueryBuilder(AuditPack, 'p')
    .where(`(p.state = 'waiting' OR (p.state = 'running' AND p.alive_at < :dead))`, { dead: before(at, deadAfterMs) })
    .orderBy('p.requested_at')
    .addOrderBy('p.id');
  for (let pack = await due.getOne(); pack; pack = await due.getOne()) {
    if (pack.attempts < mostAttempts) {
      const run = {
        state: 'running',
        runId: newId(),
        aliveAt: at,
        attempts: pack.attempts + 1,
        ...nothingYet,
      } as const;
      await tx.update(AuditPack, { id: pack.id }, run);
      return { ...pack, ...run };
    }
    await markFailed(tx, pack, 'internal', at);
  }
  return null;
}

/** Says that a run is alive and how far it is; answers false when the pack is no longer the run's. */
export async function keepAlive(tx: Tx, pack: AuditPack, progress: Progress, at: string): Promise<boolean> {
  const { affected } = await tx.update(AuditPack, mine(pack), { aliveAt: at, ...progress });
  return affected === 1;
}

/** The archive is in the store: it may be downloaded for a while. Answers false when the pack is no longer the run's. */
export async function markDone(
  tx: Tx,
  pack: AuditPack,
  progress: Progress,
  { sha256, size }: { sha256: string; size: number },
  at: string,
): Promise<boolean> {
  const expiresAt = before(at, -keptDays * 86_400_000);
  const file = { sha256, fileSha256: sha256, bytes: size };
  const changes = { ...progress, ...file, state: 'done', runId: null, finishedAt: at, expiresAt } as const;
  const { affected } = await tx.update(AuditPack, mine(pack), changes);
  if (affected !== 1) return false;
  const data = { sha256, size, entries: progress.entriesDone };
  await audit(tx, systemActor, { at, action: 'audit_pack.made', subjectId: pack.id, bodyId: pack.bodyId, data });
  return true;
}

export async function markFailed(tx: Tx, pack: AuditPack, error: PackError, at: string): Promise<void> {
  const { affected } = await tx.update(AuditPack, mine(pack), { state: 'failed', runId: null, error, finishedAt: at });
  if (affected !== 1) return;
  const { id: subjectId, bodyId } = pack;
  await audit(tx, systemActor, { at, action: 'audit_pack.failed', subjectId, bodyId, data: { error } });
}

/** Gives a pack back that a stopping server has begun. */
export async function putBack(tx: Tx, pack: AuditPack): Promise<void> {
  await tx.update(AuditPack, mine(pack), { state: 'waiting', runId: null, aliveAt: null, attempts: pack.attempts - 1 });
}

/** No row speaks of their archives from now on, so the store's sweep removes them. */
export async function expireOld(tx: Tx, at: string): Promise<void> {
  const done = tx.createQueryBuilder(AuditPack, 'p').where(`p.state = 'done' AND p.expires_at <= :at`, { at });
  const old = await done.limit(100).getMany();
  if (old.length === 0) return;
  await tx.update(AuditPack, { id: In(old.map(({ id }) => id)) }, { state: 'expired', fileSha256: null });
  for (const { id: subjectId, bodyId } of old) {
    await audit(tx, systemActor, { at, action: 'audit_pack.expired', subjectId, bodyId });
  }
}

const mine = ({ id, runId }: AuditPack) => ({ id, state: 'running' as const, ...(runId && { runId }) });
