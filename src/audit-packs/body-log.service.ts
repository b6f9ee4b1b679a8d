import { Injectable } from '@nestjs/common';
import { type Actor } from '../common/actor.js';
import { timeZone } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { afterNumber, type Page, pageOf } from '../common/paging.js';
import { Database } from '../database/database.js';
import { namesOf } from '../people/names.js';
import { canAdminister, canSeeBody } from '../people/people.policy.js';
import { endOfDay, startOfDay } from '../sufficiency/dates.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { type LogQuery } from './body-log.dto.js';
import { type LogEntryView } from './body-log.view.js';

/** Who changed what at a body, and when: the entries of the sealed log that concern it. */
@Injectable()
export class BodyLog {
  constructor(private readonly db: Database) {}

  /** The newest first. */
  async list(actor: Actor, bodyId: string, query: LogQuery): Promise<Page<LogEntryView>> {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!canAdminister(actor, bodyId)) throw new DomainError('forbidden');
    const { action, actorId, subjectId, from, to } = query;
    const rows = this.db.read.createQueryBuilder(AuditEntry, 'e').where('e.body_id = :bodyId', { bodyId });
    const before = afterNumber(query);
    if (before > 0) rows.andWhere('e.seq < :before', { before });
    if (action) {
      const kind = `${action}.`;
      rows.andWhere('(e.action = :action OR substr(e.action, 1, :length) = :kind)', {
        action,
        kind,
        length: kind.length,
      });
    }
    if (actorId) rows.andWhere('e.actor_id = :actorId', { actorId: actorId.toLowerCase() });
    if (subjectId) rows.andWhere('e.subject_id = :subjectId', { subjectId: subjectId.toLowerCase() });
    if (from) rows.andWhere('e.at >= :start', { start: startOfDay(timeZone, from) });
    if (to) rows.andWhere('e.at < :end', { end: endOfDay(timeZone, to) ?? '9999' });
    const entries = await rows
      .orderBy('e.seq', 'DESC')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(entries, query.limit, ({ seq }) => String(seq));
    const names = await namesOf(
      this.db.read,
      page.items.map((entry) => entry.actorId),
    );
    const items = page.items.map(({ seq, at, actorId: id, action: what, subjectId: of, hash }): LogEntryView => {
      const name = names.get(id);
      return { seq, at, actor: name === undefined ? null : { id, name }, action: what, subjectId: of, hash };
    });
    return { ...page, items };
  }
}
