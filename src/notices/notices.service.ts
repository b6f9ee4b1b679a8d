import { Injectable } from '@nestjs/common';
import { type SelectQueryBuilder } from 'typeorm';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { type Page, afterKey, pageOf } from '../common/paging.js';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { canEnrol, canSeeBody } from '../people/people.policy.js';
import { type Letter, Letters } from './letters.js';
import { named } from './named.js';
import { Notice } from './notice.entity.js';
import { type NoticesQuery } from './notices.dto.js';
import { canRead, canSeeLink } from './notices.policy.js';
import { type NamedNotice } from './notices.view.js';
import { stateOf, whereState } from './state.js';

export interface ReadNotice {
  named: NamedNotice;
  letter: Letter | null;
  link: string | null;
}

@Injectable()
export class NoticesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly letters: Letters,
  ) {}

  /** What a body tells people, newest first. */
  async ofBody(actor: Actor, bodyId: string, query: NoticesQuery): Promise<Page<NamedNotice>> {
    requireRunning(actor, bodyId);
    return this.page(this.newestFirst().where('n.body_id = :bodyId', { bodyId }), query);
  }

  /** What the actor was told or is about to be, newest first. */
  async mine({ userId }: Actor, query: NoticesQuery): Promise<Page<NamedNotice>> {
    return this.page(this.newestFirst().where('n.user_id = :userId', { userId }), query);
  }

  /** A notice in its own words. That somebody was shown a link with a secret is written down. */
  async find(actor: Actor, id: string): Promise<ReadNotice> {
    const notice = found(await this.db.read.findOneBy(Notice, { id }));
    if (!canRead(actor, notice)) throw new DomainError('not_found');
    const at = this.clock.instant();
    const shown = canSeeLink(actor, notice, this.mailing, at);
    const { bodyId } = notice;
    const entry = { at, action: 'notice.link_shown', subjectId: id, bodyId };
    if (shown) await this.db.write((tx) => audit(tx, actor, entry));
    const [view] = await named(this.db.read, [notice], this.mailing);
    const letter = await this.letters.write(notice, at, shown);
    return { named: view!, letter, link: shown ? this.config.publicUrl + notice.link! : null };
  }

  /** Tries a notice that has failed from the beginning: its address or the mail server was mended. */
  async resend(actor: Actor, bodyId: string, id: string): Promise<NamedNotice> {
    requireRunning(actor, bodyId);
    const notice = await this.db.write(async (tx) => {
      const failed = found(await tx.findOneBy(Notice, { id, bodyId }));
      const at = this.clock.instant();
      const state = stateOf(failed, this.mailing);
      if (state !== 'failed' || failed.expiresAt <= at) throw new DomainError('notice_not_failed');
      const anew = { attempts: 0, nextAttemptAt: at, lastError: null };
      await tx.update(Notice, { id }, anew);
      await audit(tx, actor, { at, action: 'notice.resent', subjectId: id, bodyId });
      return { ...failed, ...anew };
    });
    return (await named(this.db.read, [notice], this.mailing))[0]!;
  }

  private get mailing(): boolean {
    return this.config.smtp !== null;
  }

  private newestFirst(): SelectQueryBuilder<Notice> {
    return this.db.read.createQueryBuilder(Notice, 'n').orderBy('n.id', 'DESC');
  }

  private async page(rows: SelectQueryBuilder<Notice>, query: NoticesQuery): Promise<Page<NamedNotice>> {
    const after = afterKey(query);
    if (after) rows.andWhere('n.id < :after', { after });
    if (query.state) rows.andWhere(whereState(query.state, this.mailing));
    const page = pageOf(await rows.limit(query.limit + 1).getMany(), query.limit, ({ id }) => id);
    return { ...page, items: await named(this.db.read, page.items, this.mailing) };
  }
}

function requireRunning(actor: Actor, bodyId: string): void {
  if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
  if (!canEnrol(actor, bodyId)) throw new DomainError('forbidden');
}
