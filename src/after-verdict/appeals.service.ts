import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { accessAfterVerdict, changeAfterVerdict } from '../assessments/access.js';
import { type Assessment } from '../assessments/assessment.entity.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { afterKey, type Page, pageOf } from '../common/paging.js';
import { documentName } from '../competencies/document-name.js';
import { Database, type Tx } from '../database/database.js';
import { dropNotices, notify } from '../notices/notify.js';
import { Membership } from '../people/membership.entity.js';
import { canEnrol, canSeeBody } from '../people/people.policy.js';
import { VerdictNotification } from '../verdicts/notification.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { accessAppeal } from './appeal-access.js';
import { appealsOf, wholeAppeals } from './appeal-queries.js';
import { Appeal, AppealDecision } from './appeal.entity.js';
import { type AppealsQuery, type FileAppeal } from './appeals.dto.js';
import { type WholeAppeal } from './appeals.view.js';

@Injectable()
export class AppealsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Files the candidate's one appeal against a verdict, from the notification to the last day of the window in Taipei,
   * and tells the body's administrators. The same again answers what is there. Source: domain.md P7.
   */
  async file(actor: Actor, verdictId: string, input: FileAppeal): Promise<{ appeal: WholeAppeal; created: boolean }> {
    const id = input.id ?? newId();
    const made = await this.db.write(async (tx) => {
      const verdict = found(await tx.findOneBy(Verdict, { id: verdictId }));
      const { assessment } = await accessAfterVerdict(tx, actor, verdict.assessmentId, 'appeal');
      const known = await tx.findOneBy(Appeal, { verdictId });
      if (known && asksFor(known, input)) return { id: known.id, created: false };
      if (known) throw new DomainError('appeal_exists');
      if (await tx.existsBy(Appeal, { id })) throw new DomainError('already_exists');
      const at = this.clock.instant();
      await requireWindow(tx, verdictId, dateIn(at));
      const row = { id, verdictId, filedBy: actor.userId, grounds: input.grounds, filedAt: at, withdrawnAt: null };
      await tx.insert(Appeal, row);
      await tellAdministrators(tx, assessment, row);
      const { id: subjectId, bodyId } = assessment;
      await audit(tx, actor, { at, action: 'appeal.filed', subjectId, bodyId, data: { verdictId, appealId: id } });
      return { id, created: true };
    });
    return { appeal: await this.find(actor, made.id), created: made.created };
  }

  /** Takes the appeal back before it is decided; the verdict stands. Withdrawing again changes nothing. */
  async withdraw(actor: Actor, id: string): Promise<WholeAppeal> {
    await this.db.write(async (tx) => {
      const { appeal, assessment, decision } = await accessAppeal(tx, actor, id);
      if (appeal.filedBy !== actor.userId) throw new DomainError('forbidden');
      if (decision) throw new DomainError('appeal_decided');
      if (appeal.withdrawnAt) return;
      await changeAfterVerdict(tx, assessment.id);
      const at = this.clock.instant();
      await tx.update(Appeal, { id }, { withdrawnAt: at });
      await dropNotices(tx, id, at);
      const { id: subjectId, bodyId } = assessment;
      const data = { verdictId: appeal.verdictId, appealId: id };
      await audit(tx, actor, { at, action: 'appeal.withdrawn', subjectId, bodyId, data });
    });
    return this.find(actor, id);
  }

  async find(actor: Actor, id: string): Promise<WholeAppeal> {
    const { appeal } = await accessAppeal(this.db.read, actor, id);
    return (await wholeAppeals(this.db.read, [appeal]))[0]!;
  }

  /** The appeals at a body, the newest first, for those who see to it that they are decided. */
  async list(actor: Actor, bodyId: string, query: AppealsQuery): Promise<Page<WholeAppeal>> {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!canEnrol(actor, bodyId)) throw new DomainError('forbidden');
    const rows = appealsOf(this.db.read, bodyId, query.state);
    const before = afterKey(query);
    if (before) rows.andWhere('p.filed_at || p.id < :before', { before });
    const appeals = await rows
      .orderBy('p.filed_at || p.id', 'DESC')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(appeals, query.limit, ({ filedAt, id }) => filedAt + id);
    return { ...page, items: await wholeAppeals(this.db.read, page.items) };
  }

  /** What was decided, for its document. */
  async decision(actor: Actor, id: string): Promise<AppealDecision> {
    return found((await accessAppeal(this.db.read, actor, id)).decision);
  }

  /** What the appeal is against, for its document. */
  async verdict(actor: Actor, id: string): Promise<Verdict> {
    return (await accessAppeal(this.db.read, actor, id)).verdict;
  }
}

function asksFor({ id, grounds }: Appeal, input: FileAppeal): boolean {
  return grounds === input.grounds && (input.id === undefined || input.id === id);
}

async function requireWindow(tx: Tx, verdictId: string, today: string): Promise<void> {
  const notification = await tx.findOneBy(VerdictNotification, { verdictId });
  if (!notification) throw new DomainError('verdict_unnotified');
  const { appealUntil } = notification;
  if (today > appealUntil) throw new DomainError('appeal_late', { appealUntil });
}

/** Those who see to it that somebody decides; never the candidate. */
async function tellAdministrators(tx: Tx, assessment: Assessment, { id, filedAt: at }: Appeal): Promise<void> {
  const { bodyId, candidateId, documentId } = assessment;
  const params = { document: await documentName(tx, documentId), place: `/appeals/${id}` as const };
  const running = {
    where: { bodyId, role: 'administrator' as const, endedAt: IsNull() },
    order: { id: 'ASC' },
  } as const;
  const administrators = new Set((await tx.find(Membership, running)).map(({ userId }) => userId));
  for (const userId of administrators) {
    if (userId === candidateId) continue;
    await notify(tx, { kind: 'appeal_filed', to: { userId }, bodyId, params, causeId: id, at });
  }
}
