import { newId } from '../common/ids.js';
import { type Tx } from '../database/database.js';
import { insertRow } from '../database/insert-row.js';
import { type Locale } from '../i18n/i18n.js';
import { type NoticeKind, type NoticeParams } from '../i18n/notices.js';
import { Notice } from './notice.entity.js';

/** Somebody with an account, whose address, name and language are read when it is sent; or somebody without one. */
export type Recipient = { userId: string } | { email: string; name: string; locale: Locale };

export interface NewNotice<K extends NoticeKind> {
  kind: K;
  to: Recipient;
  /** The training body that tells it; null for the installation itself. */
  bodyId: string | null;
  params: NoticeParams[K];
  /** A path below the public address that holds a secret (`/…`); wiped once the notice is sent, dropped or expired. */
  link?: `/${string}` | null;
  /** The person whom the link lets somebody speak of, and who must not get hold of it: a candidate. */
  aboutId?: string | null;
  /** Id of what it comes from: `dropNotices` takes back by it. */
  causeId: string;
  /** The instant of the change. */
  at: string;
  /** When to send it, if not at once. */
  dueAt?: string;
  /** When it is of no use any more; by default two weeks after it is due. */
  expiresAt?: string;
}

const usefulDays = 14;

/**
 * Tells somebody something: a row in the caller's transaction, sent once that is committed. What is rolled back is
 * never told, and what is committed is not forgotten. Returns the notice's id.
 */
export async function notify<K extends NoticeKind>(tx: Tx, notice: NewNotice<K>): Promise<string> {
  const { kind, to, bodyId, params, causeId, at, link = null, aboutId = null, dueAt = at } = notice;
  const expiresAt = notice.expiresAt ?? new Date(Date.parse(dueAt) + usefulDays * 86_400_000).toISOString();
  const stranger = 'userId' in to ? { email: null, name: null, locale: null } : to;
  const row: Notice = {
    id: newId(),
    bodyId,
    userId: 'userId' in to ? to.userId : null,
    email: stranger.email,
    name: stranger.name,
    locale: stranger.locale,
    kind,
    params,
    link,
    aboutId,
    causeId,
    createdAt: at,
    dueAt,
    expiresAt,
    sentAt: null,
    droppedAt: null,
    attempts: 0,
    nextAttemptAt: dueAt,
    lastError: null,
    messageId: null,
  };
  await insertRow(tx, Notice, row);
  return row.id;
}

/** Takes back what has not been sent yet of a cause that is gone. */
export async function dropNotices(tx: Tx, causeId: string, at: string): Promise<void> {
  await tx.sql`
    UPDATE notices SET dropped_at = ${at}, next_attempt_at = NULL, link = NULL
    WHERE cause_id = ${causeId} AND sent_at IS NULL AND dropped_at IS NULL`;
}
