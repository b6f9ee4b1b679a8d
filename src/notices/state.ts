import { type Notice } from './notice.entity.js';

/** `kept` waits in the outbox of an installation without a mail server; `failed` is tried no more. */
export const noticeStates = ['waiting', 'sent', 'dropped', 'failed', 'kept'] as const;
export type NoticeState = (typeof noticeStates)[number];

type Fate = Pick<Notice, 'sentAt' | 'droppedAt' | 'nextAttemptAt'>;

export function stateOf({ sentAt, droppedAt, nextAttemptAt }: Fate, mailing: boolean): NoticeState {
  if (sentAt) return 'sent';
  if (droppedAt) return 'dropped';
  if (!nextAttemptAt) return 'failed';
  return mailing ? 'waiting' : 'kept';
}

const unsent = 'n.sent_at IS NULL AND n.dropped_at IS NULL';

/** The rows `n` that are in this state. */
export function whereState(state: NoticeState, mailing: boolean): string {
  if (state === 'sent') return 'n.sent_at IS NOT NULL';
  if (state === 'dropped') return 'n.sent_at IS NULL AND n.dropped_at IS NOT NULL';
  if (state === 'failed') return `${unsent} AND n.next_attempt_at IS NULL`;
  return mailing === (state === 'waiting') ? `${unsent} AND n.next_attempt_at IS NOT NULL` : '1 = 0';
}
