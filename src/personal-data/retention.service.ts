import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { access } from '../assessments/access.js';
import { Tombstone } from '../assessments/tombstone.entity.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { groupBy } from '../common/group-by.js';
import { newId } from '../common/ids.js';
import { afterKey, type Page, type PageQuery, pageOf } from '../common/paging.js';
import { Database, type Reader } from '../database/database.js';
import { canEnrol, canSeeBody } from '../people/people.policy.js';
import { type DueRecord, loadDue } from './due.js';
import { RetentionHold } from './retention-hold.entity.js';
import { type DueQuery, type PlaceHold } from './retention.dto.js';
import { type DueAssessment } from './retention.view.js';
import { idList } from '../sufficiency/id-list.js';

/** What is to be deleted when, and what has to stay. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The due list, an item for each assessment, what is due first before what is due later; what something open keeps
   * comes last, and only when no day is asked for.
   */
  async list(actor: Actor, bodyId: string, query: DueQuery): Promise<Page<DueAssessment>> {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!canEnrol(actor, bodyId)) throw new DomainError('forbidden');
    const { dueBefore } = query;
    const due = await loadDue(this.db.read, bodyId);
    const wanted = due.filter(({ dueOn }) => !dueBefore || (dueOn !== null && dueOn < dueBefore));
    const inOrder = wanted.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    const all = [...groupBy(inOrder, ({ assessmentId }) => assessmentId).values()];
    const after = afterKey(query);
    const rest = all.filter(([first]) => !after || placeOf(first!) > after);
    const page = pageOf(rest, query.limit, ([first]) => placeOf(first!));
    return { ...page, items: await named(this.db.read, page.items) };
  }

  /** What was deleted, the newest first; of it all that stays is told. */
  async tombstones(actor: Actor, bodyId: string, query: PageQuery): Promise<Page<Tombstone>> {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!canEnrol(actor, bodyId)) throw new DomainError('forbidden');
    const before = afterKey(query);
    const rows = await this.db.read.find(Tombstone, {
      where: { bodyId, ...(before ? { id: LessThan(before) } : {}) },
      order: { id: 'DESC' },
      take: query.limit + 1,
    });
    return pageOf(rows, query.limit, ({ id }) => id);
  }

  /** Keeps everything of an assessment, and of the attempts around it, until the hold is released. */
  async hold(actor: Actor, assessmentId: string, input: PlaceHold): Promise<RetentionHold> {
    return this.db.write(async (tx) => {
      const { assessment } = await access(tx, actor, assessmentId, 'hold');
      const known = input.id && (await tx.findOneBy(RetentionHold, { id: input.id }));
      if (known) {
        if (known.assessmentId !== assessmentId || known.placedBy !== actor.userId)
          throw new DomainError('already_exists');
        return known;
      }
      const row: RetentionHold = {
        id: input.id ?? newId(),
        assessmentId,
        reason: input.reason,
        placedBy: actor.userId,
        placedAt: this.clock.instant(),
        releasedBy: null,
        releasedAt: null,
      };
      await tx.insert(RetentionHold, row);
      await audit(tx, actor, {
        at: row.placedAt,
        action: 'hold.placed',
        subjectId: assessmentId,
        bodyId: assessment.bodyId,
        data: { holdId: row.id },
      });
      return row;
    });
  }

  /** Lets go. Releasing again changes nothing. */
  async release(actor: Actor, id: string): Promise<RetentionHold> {
    return this.db.write(async (tx) => {
      const hold = found(await tx.findOneBy(RetentionHold, { id }));
      const { assessment } = await access(tx, actor, hold.assessmentId, 'hold');
      if (hold.releasedAt) return hold;
      const released = { releasedBy: actor.userId, releasedAt: this.clock.instant() };
      await tx.update(RetentionHold, { id }, released);
      await audit(tx, actor, {
        at: released.releasedAt,
        action: 'hold.released',
        subjectId: hold.assessmentId,
        bodyId: assessment.bodyId,
        data: { holdId: id },
      });
      return { ...hold, ...released };
    });
  }
}

/** Joins to the records of each assessment whose they are and of what, in one query. */
async function named(reader: Reader, assessments: readonly DueRecord[][]): Promise<DueAssessment[]> {
  const ids = assessments.map(([first]) => first!.assessmentId);
  if (ids.length === 0) return [];
  const rows: (Pick<DueAssessment, 'candidateName' | 'documentCode' | 'attempt'> & { id: string })[] = await reader.sql`
    SELECT a.id, u.name AS "candidateName", d.code AS "documentCode", a.attempt
    FROM assessments a
      JOIN users u ON u.id = a.candidate_id
      JOIN competency_documents d ON d.id = a.document_id
    WHERE a.id IN (${idList(ids)})`;
  const nameOf = new Map(rows.map(({ id, ...name }) => [id, name]));
  return assessments.map((records) => {
    const { assessmentId, holds, openAppeals } = records[0]!;
    return { assessmentId, ...nameOf.get(assessmentId)!, records, holds, openAppeals };
  });
}

/** What the due list is ordered by; after every day comes what has none. */
function placeOf({ dueOn, assessmentId, kind }: DueRecord): string {
  return `${dueOn ?? 'none'} ${assessmentId} ${kind}`;
}
