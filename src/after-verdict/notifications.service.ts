import { Injectable } from '@nestjs/common';
import { accessAfterVerdict } from '../assessments/access.js';
import { audit } from '../audit/audit.js';
import { type Actor } from '../common/actor.js';
import { Clock, dateIn } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { documentName } from '../competencies/document-name.js';
import { Database } from '../database/database.js';
import { dropNotices, notify } from '../notices/notify.js';
import { settingsAt } from '../settings/settings-at.js';
import { addDays } from '../sufficiency/dates.js';
import { revisionByHash } from '../preservation/revisions.js';
import { VerdictNotification } from '../verdicts/notification.entity.js';
import { Verdict } from '../verdicts/verdict.entity.js';
import { type NotifyVerdict } from './notifications.dto.js';
import { VerdictReceipt } from './receipt.entity.js';

export interface Once<T> {
  row: T;
  created: boolean;
}

@Injectable()
export class NotificationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down, once, that the candidate was told, and tells them. The window to appeal is as long as the settings
   * say that the verdict was given under. The same again answers what is there.
   * Source: domain.md P7.
   */
  async notify(actor: Actor, verdictId: string, input: NotifyVerdict): Promise<Once<VerdictNotification>> {
    return this.db.write(async (tx) => {
      const verdict = found(await tx.findOneBy(Verdict, { id: verdictId }));
      const { assessment } = await accessAfterVerdict(tx, actor, verdict.assessmentId, 'notify');
      const known = await tx.findOneBy(VerdictNotification, { verdictId });
      if (known && isSame(known, input)) return { row: known, created: false };
      if (known) throw new DomainError('verdict_notified', { notifiedOn: known.notifiedOn });
      const at = this.clock.instant();
      const notifiedOn = dayOf(input, verdict, dateIn(at));
      const { id: subjectId, bodyId, candidateId, documentId } = assessment;
      const { version: settingsVersion, settings } = await settingsAt(tx, bodyId, verdict.decidedAt);
      const appealUntil = addDays(notifiedOn, settings.appealDays);
      const told = { channel: input.channel, notifiedBy: actor.userId, notifiedAt: at, notifiedOn };
      const row = { id: newId(), verdictId, ...told, appealUntil, settingsVersion };
      await tx.insert(VerdictNotification, row);
      const document = await documentName(tx, documentId);
      const params = { document, appealUntil, place: `/assessments/${subjectId}` as const };
      const to = { userId: candidateId };
      await notify(tx, { kind: 'verdict_notified', to, bodyId, params, causeId: row.id, at });
      const data = { verdictId, notificationId: row.id, channel: row.channel, notifiedOn, appealUntil };
      await audit(tx, actor, { at, action: 'verdict.notified', subjectId, bodyId, data });
      return { row, created: true };
    });
  }

  /** The candidate's word that they have this document, and no more. The same again answers what is there. */
  async receive(actor: Actor, verdictId: string, documentSha256: string): Promise<Once<VerdictReceipt>> {
    return this.db.write(async (tx) => {
      const verdict = found(await tx.findOneBy(Verdict, { id: verdictId }));
      const { assessment } = await accessAfterVerdict(tx, actor, verdict.assessmentId, 'receive');
      const notification = await tx.findOneBy(VerdictNotification, { verdictId });
      if (!notification) throw new DomainError('verdict_unnotified');
      const revision = await revisionByHash(tx, documentSha256);
      refuse(revision?.documentNumber !== verdict.documentNumber, 'documentSha256', 'isIssuedDocument');
      const known = await tx.findOneBy(VerdictReceipt, { verdictId });
      if (known) return { row: known, created: false };
      const at = this.clock.instant();
      const row = { id: newId(), verdictId, userId: actor.userId, receivedAt: at, documentSha256 };
      await tx.insert(VerdictReceipt, row);
      await dropNotices(tx, notification.id, at);
      const { id: subjectId, bodyId } = assessment;
      const data = { verdictId, receiptId: row.id, documentSha256 };
      await audit(tx, actor, { at, action: 'verdict.received', subjectId, bodyId, data });
      return { row, created: true };
    });
  }
}

function isSame({ channel, notifiedOn }: VerdictNotification, asked: NotifyVerdict): boolean {
  return channel === asked.channel && (asked.notifiedOn == null || asked.notifiedOn === notifiedOn);
}

/** The day they were told: what is told in the application is told now, and nothing before the verdict or to come. */
function dayOf({ channel, notifiedOn }: NotifyVerdict, { decidedAt }: Verdict, today: string): string {
  const day = notifiedOn ?? today;
  refuse(channel === 'in_app' && day !== today, 'notifiedOn', 'isToday');
  refuse(day > today, 'notifiedOn', 'isNotFuture');
  refuse(day < dateIn(decidedAt), 'notifiedOn', 'isNotBeforeVerdict');
  return day;
}

function refuse(wrong: boolean, field: string, rule: string): void {
  if (wrong) throw new DomainError('validation_failed', {}, { fields: [{ field, rule }] });
}
