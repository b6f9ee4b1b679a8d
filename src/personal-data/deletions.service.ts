import { Injectable, Logger } from '@nestjs/common';
import { In } from 'typeorm';
import { Assessment } from '../assessments/assessment.entity.js';
import { Tombstone } from '../assessments/tombstone.entity.js';
import { closeByWithdrawal } from '../assessments/withdrawals.service.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId, sha256 } from '../common/ids.js';
import { Database, type Reader, type Tx } from '../database/database.js';
import { UnusedFiles } from '../files/unused-files.js';
import { canAdminister, canSeeBody } from '../people/people.policy.js';
import { type Deletable, deletableOf, deleteRecords } from './deletable.js';
import { type DueRecord, isDue, loadDue } from './due.js';
import { type DeletableView, type DeletionPreviewView } from './retention.view.js';
import { type DeleteRecords, type RecordToDelete } from './retention.dto.js';

/** An assessment that nobody ever decided ends with its records. */
const closingReason = '未作成判定，保存期限屆滿，紀錄已刪除。';

function requireDeleter(actor: Actor, bodyId: string): void {
  if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
  if (!canAdminister(actor, bodyId)) throw new DomainError('forbidden');
}

/** What says that exactly these records, as they were listed, are to go. */
const confirmationOf = (chosen: readonly DueRecord[]): string =>
  sha256(chosen.map(({ fingerprint }) => fingerprint).join('\n'));

/** Deletes what is due, for good, and leaves a tombstone for each kind (rule R1). */
@Injectable()
export class DeletionsService {
  private readonly log = new Logger('Deletions');

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly unused: UnusedFiles,
  ) {}

  /** What would be deleted of records that are due, and the word that confirms exactly that. */
  async preview(actor: Actor, bodyId: string, items: readonly RecordToDelete[]): Promise<DeletionPreviewView> {
    requireDeleter(actor, bodyId);
    const chosen = await this.due(this.db.read, actor, bodyId, items);
    const shown: DeletableView[] = [];
    for (const { assessmentId, kind, dueOn } of chosen) {
      const { what, sha256: hash } = await deletableOf(this.db.read, assessmentId, kind);
      shown.push({ assessmentId, kind, dueOn: dueOn!, what, sha256: hash });
    }
    return { items: shown, confirm: confirmationOf(chosen) };
  }

  /**
   * Deletes all of these records or none. Everything is counted and hashed before the write, which looks again at all
   * that matters. Bytes are removed once the rows are gone for certain; what a crash leaves of them, the daily sweep
   * removes. Asked for the same again, it answers what it did.
   */
  async delete(
    actor: Actor,
    bodyId: string,
    { items, confirm }: DeleteRecords,
  ): Promise<{ tombstones: Tombstone[]; created: boolean }> {
    requireDeleter(actor, bodyId);
    const known = await buried(this.db.read, bodyId, items);
    if (known.length === items.length) return { tombstones: known, created: false };
    const chosen = await this.confirmed(this.db.read, actor, bodyId, items, confirm);
    const contents: Deletable[] = [];
    for (const { assessmentId, kind } of chosen) contents.push(await deletableOf(this.db.read, assessmentId, kind));
    const tombstones = await this.db.write(async (tx) => {
      const still = await this.confirmed(tx, actor, bodyId, items, confirm);
      const rows: Tombstone[] = [];
      for (const [i, record] of still.entries()) rows.push(await this.bury(tx, actor, bodyId, record, contents[i]!));
      return rows;
    });
    await this.removeBytes(contents.flatMap(({ files }) => files));
    return { tombstones, created: true };
  }

  /** These records as they are listed now; throws unless that is what was confirmed, and all of it is due. */
  private async confirmed(
    reader: Reader,
    actor: Actor,
    bodyId: string,
    items: readonly RecordToDelete[],
    confirm: string,
  ): Promise<DueRecord[]> {
    const chosen = await this.due(reader, actor, bodyId, items);
    if (confirmationOf(chosen) !== confirm) throw new DomainError('deletion_changed');
    return chosen;
  }

  /** These records as they are listed now; throws unless all of it is due. */
  private async due(
    reader: Reader,
    actor: Actor,
    bodyId: string,
    items: readonly RecordToDelete[],
  ): Promise<DueRecord[]> {
    const ids = [...new Set(items.map(({ assessmentId }) => assessmentId))];
    const due = new Map((await loadDue(reader, bodyId, ids)).map((r) => [`${r.assessmentId} ${r.kind}`, r]));
    const chosen = items.map(({ assessmentId, kind }) => found(due.get(`${assessmentId} ${kind}`)));
    if (chosen.some(({ candidateId }) => candidateId === actor.userId)) throw new DomainError('forbidden');
    const today = dateIn(this.clock.now());
    const refused = chosen.filter((record) => !isDue(record, today));
    if (refused.length > 0) {
      const details = refused.map(({ assessmentId, kind, dueOn, because }) => ({ assessmentId, kind, dueOn, because }));
      throw new DomainError('deletion_refused', { count: refused.length }, { details });
    }
    return chosen;
  }

  /** The tombstone first: without it the database lets nothing go. */
  private async bury(
    tx: Tx,
    actor: Actor,
    bodyId: string,
    record: DueRecord,
    { what, sha256: hash }: Deletable,
  ): Promise<Tombstone> {
    const { assessmentId, kind, because, dueOn } = record;
    const at = this.clock.instant();
    const tombstone: Tombstone = {
      id: newId(),
      bodyId,
      assessmentId,
      kind,
      what,
      why: because,
      rule: 'R1',
      dueOn: dueOn!,
      deletedBy: actor.userId,
      deletedAt: at,
      sha256: hash,
    };
    await tx.insert(Tombstone, tombstone);
    await deleteRecords(tx, assessmentId, kind);
    await tx.increment(Assessment, { id: assessmentId }, 'revision', 1);
    const assessment = (await tx.findOneBy(Assessment, { id: assessmentId }))!;
    if (!assessment.decidedAt && !assessment.withdrawnAt)
      await closeByWithdrawal(tx, actor, assessment, closingReason, at);
    const data = { tombstoneId: tombstone.id, kind, sha256: hash };
    await audit(tx, actor, { at, action: 'records.deleted', subjectId: assessmentId, bodyId, data });
    return tombstone;
  }

  private async removeBytes(files: readonly string[]): Promise<void> {
    try {
      await this.unused.remove([...new Set(files)]);
    } catch (error) {
      this.log.error(error instanceof Error ? error.message : String(error));
    }
  }
}

async function buried(reader: Reader, bodyId: string, items: readonly RecordToDelete[]): Promise<Tombstone[]> {
  const rows = await reader.findBy(Tombstone, { bodyId, assessmentId: In(items.map((item) => item.assessmentId)) });
  return items.flatMap((item) => {
    return rows.find((row) => row.assessmentId === item.assessmentId && row.kind === item.kind) ?? [];
  });
}
