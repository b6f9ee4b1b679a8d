import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Json, OptionalText, Text, Whole } from '../database/columns.js';
import { type NoticeKind, type NoticeParams } from '../i18n/notices.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';

/** Something to tell one person by mail: a row of the outbox. What has become of it is its `stateOf`. */
@Entity('notices')
@Index('notices_body', ['bodyId', 'id'])
@Index('notices_user', ['userId', 'id'])
@Index('notices_cause', ['causeId'])
@Index('notices_next', ['nextAttemptAt'])
export class Notice {
  @Id()
  id: string;
  /** The body that tells it; null for the installation itself. */
  @OptionalText()
  @ForeignKey(() => TrainingBody)
  bodyId: string | null;
  /** Who is told; null for somebody without an account. */
  @OptionalText()
  @ForeignKey(() => User)
  userId: string | null;
  /** Where it goes. Of somebody with an account it is read when it is sent, and then stays as it was. */
  @OptionalText()
  email: string | null;
  @OptionalText()
  name: string | null;
  @OptionalText()
  locale: string | null;
  @Text()
  kind: NoticeKind;
  @Json()
  params: NoticeParams[NoticeKind];
  /** A path below the public address that holds a secret; gone once it was sent, dropped or is too old. */
  @OptionalText()
  link: string | null;
  /** The person its link lets somebody speak of, who never gets to see it. */
  @OptionalText()
  aboutId: string | null;
  /** What it comes from: when that is gone, so is the notice (`dropNotices`). */
  @Text()
  causeId: string;
  @Text()
  createdAt: string;
  @Text()
  dueAt: string;
  /** From then on it is of no use any more, and is not sent. */
  @Text()
  expiresAt: string;
  @OptionalText()
  sentAt: string | null;
  /** Its cause was gone, or it was too old, before it was sent. */
  @OptionalText()
  droppedAt: string | null;
  @Whole()
  attempts: number;
  /** When it may be tried; while it is being tried, when another may try it. Null when there is nothing left to try. */
  @OptionalText()
  nextAttemptAt: string | null;
  /** A code such as `ECONNREFUSED` or `EENVELOPE 550`, never the words of a server. */
  @OptionalText()
  lastError: string | null;
  /** The same at every attempt, so that a mail that arrives twice is known to be one. Null before the first. */
  @OptionalText()
  messageId: string | null;
}
