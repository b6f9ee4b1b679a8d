import { type ApiToken } from './api-token.entity.js';
import { type Session } from './session.entity.js';

export class SessionView {
  userId: string;
  /** Send it back as `X-CSRF-Token` with every request that changes something. */
  csrfToken: string;
  /** The password is one-time: nothing works until it is changed. */
  passwordChangeRequired: boolean;
}

export class SessionListItem {
  id: string;
  userAgent: string;
  createdAt: string;
  expiresAt: string;
  /** This is the session that asks. */
  current: boolean;
}

export class ApiTokenView {
  id: string;
  name: string;
  createdAt: string;
  expiresAt: string | null;
}

export class NewApiTokenView extends ApiTokenView {
  /** Shown this once. Send it as `Authorization: Bearer …`. */
  token: string;
}

export function sessionListItem(session: Session, currentId: string | null): SessionListItem {
  const { id, userAgent, createdAt, expiresAt } = session;
  return { id, userAgent, createdAt, expiresAt, current: id === currentId };
}

export function apiTokenView({ id, name, createdAt, expiresAt }: ApiToken): ApiTokenView {
  return { id, name, createdAt, expiresAt };
}
