import { Injectable } from '@nestjs/common';
import { type NoticeParams } from '../i18n/notices.js';
import { type Notice } from './notice.entity.js';

/** What such a notice says to this person now; null when there is nothing left to say, and it is dropped. */
export type SaysNow = (userId: string, at: string) => Promise<NoticeParams['reminder'] | null>;

/** Notices that say what is so when they are read or sent, and not when they were written. */
@Injectable()
export class LiveNotices {
  private reminder: SaysNow = () => Promise.resolve(null);

  /** The folder that knows what waits for people lies below this one, and tells so at start. */
  remindBy(says: SaysNow): void {
    this.reminder = says;
  }

  async paramsOf({ kind, userId, params, sentAt }: Notice, at: string): Promise<Notice['params'] | null> {
    return kind === 'reminder' && userId && !sentAt ? this.reminder(userId, at) : params;
  }
}
