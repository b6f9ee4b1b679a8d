import { afterVerdictTexts } from '../i18n/after-verdict.js';
import { type Locale } from '../i18n/i18n.js';
import { type Channel, type VerdictNotification } from '../verdicts/notification.entity.js';
import { type VerdictReceipt } from './receipt.entity.js';

export class NotificationView {
  id: string;
  verdictId: string;
  channel: Channel;
  notifiedBy: string;
  /** When it was written down. */
  notifiedAt: string;
  /** The day in Taipei on which the candidate was told. */
  notifiedOn: string;
  /** The last day in Taipei on which they may appeal (rule P7). */
  appealUntil: string;
  /** The version of the rule settings that gave the length of the window; 0 is the defaults. */
  settingsVersion: number;
}

export class ReceiptView {
  id: string;
  verdictId: string;
  receivedBy: string;
  receivedAt: string;
  documentSha256: string;
  /** What a receipt means, in words: it is no consent. */
  statement: string;
}

export function notificationView(notification: VerdictNotification): NotificationView {
  const { id, verdictId, channel, notifiedBy, notifiedAt, notifiedOn, appealUntil, settingsVersion } = notification;
  return { id, verdictId, channel, notifiedBy, notifiedAt, notifiedOn, appealUntil, settingsVersion };
}

export function receiptView(receipt: VerdictReceipt, locale: Locale): ReceiptView {
  const { id, verdictId, userId: receivedBy, receivedAt, documentSha256 } = receipt;
  return { id, verdictId, receivedBy, receivedAt, documentSha256, statement: afterVerdictTexts[locale].receipt };
}
