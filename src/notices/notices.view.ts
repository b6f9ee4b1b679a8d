import { pageView } from '../common/paging.js';
import { localeOf, type NoticeKind, subjectOf } from '../i18n/notices.js';
import { type Letter } from './letters.js';
import { type Notice } from './notice.entity.js';
import { type NoticeState, stateOf } from './state.js';

export class NoticeView {
  id: string;
  /** The body that tells it; null for the installation itself. */
  bodyId: string | null;
  kind: NoticeKind;
  state: NoticeState;
  /** To whom: as it was sent, or as it would be now. */
  to: { userId: string | null; name: string; email: string; locale: string };
  subject: string;
  createdAt: string;
  dueAt: string;
  /** From then on it is not sent any more. */
  expiresAt: string;
  sentAt: string | null;
  droppedAt: string | null;
  attempts: number;
  nextAttemptAt: string | null;
  /** A code such as `ECONNREFUSED` or `EENVELOPE 550`. */
  lastError: string | null;
  messageId: string | null;
}

export class NoticesPage extends pageView(NoticeView) {}

export class NoticeTextView extends NoticeView {
  /** As it was sent or would be now; null for one that has nothing left to say. A link with a secret is left out. */
  text: string | null;
  /** The link with its secret, for the administrator who has to hand it over because nothing is mailed. */
  link: string | null;
}

/** A notice with the names it needs, as its state is now. */
export interface NamedNotice {
  notice: Notice;
  to: { email: string; name: string; locale: string };
  bodyName: string | null;
  mailing: boolean;
}

export function noticeView({ notice, to, bodyName, mailing }: NamedNotice): NoticeView {
  const { id, bodyId, kind, userId, createdAt, dueAt, expiresAt, sentAt, droppedAt } = notice;
  const { attempts, nextAttemptAt, lastError, messageId } = notice;
  return {
    id,
    bodyId,
    kind,
    state: stateOf(notice, mailing),
    to: { userId, name: to.name, email: to.email, locale: to.locale },
    subject: subjectOf(kind, bodyName, localeOf(to.locale)),
    createdAt,
    dueAt,
    expiresAt,
    sentAt,
    droppedAt,
    attempts,
    nextAttemptAt,
    lastError,
    messageId,
  };
}

export function noticeTextView(named: NamedNotice, letter: Letter | null, link: string | null): NoticeTextView {
  return { ...noticeView(named), text: letter?.text ?? null, link };
}
