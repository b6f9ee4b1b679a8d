import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { audit } from '../audit/audit.js';
import { type Actor, type Role } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId, newSecret, sha256 } from '../common/ids.js';
import { type Credentials } from '../common/request.js';
import { Config } from '../config.js';
import { Database, type Tx } from '../database/database.js';
import { endAccess } from '../people/credentials.js';
import { checkPassword, hashPassword, passwordMatches } from '../people/password.js';
import { User } from '../people/user.entity.js';
import { ApiToken } from './api-token.entity.js';
import { type ChangePassword, type CreateApiToken, type SignIn } from './auth.dto.js';
import { Session } from './session.entity.js';
import { Throttles, signInLimits } from './throttle.js';

export interface SignedIn {
  session: Session;
  secret: string;
  user: User;
}

/** The token a page must echo: bound to the session's secret, so that there is nothing to store. */
export function csrfTokenOf(secret: string): string {
  return sha256(`touchstone-csrf:${secret}`);
}

@Injectable()
export class AuthService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly throttles: Throttles,
  ) {}

  async signIn(input: SignIn, from: { address: string; userAgent: string }): Promise<SignedIn> {
    const email = input.email.trim().toLowerCase();
    const limits = signInLimits(email, from.address);
    await this.throttles.attempt(limits);
    const user = await this.db.read.findOneBy(User, { email });
    const matches = await passwordMatches(user?.passwordHash ?? null, input.password);
    if (!user || !matches) throw new DomainError('wrong_credentials');
    await this.throttles.forgive(limits);
    return this.openSession(user, from.userAgent);
  }

  /** Who comes with this cookie secret, or null. One query, as every request begins with it; so has `byToken`. */
  async bySession(secret: string): Promise<Credentials | null> {
    const rows: BearerRow[] = await this.db.read.sql`
      SELECT s.id AS "sessionId", u.id AS "userId", u.operator, u.one_time_password AS "oneTimePassword",
             m.body_id AS "bodyId", m.role
      FROM sessions s JOIN users u ON u.id = s.user_id
        LEFT JOIN memberships m ON m.user_id = u.id AND m.ended_at IS NULL
      WHERE s.secret_hash = ${sha256(secret)} AND s.revoked_at IS NULL AND s.expires_at > ${this.clock.instant()}`;
    return credentialsOf(rows);
  }

  /** Who comes with this API token, or null. */
  async byToken(secret: string): Promise<Credentials | null> {
    const rows: BearerRow[] = await this.db.read.sql`
      SELECT NULL AS "sessionId", u.id AS "userId", u.operator, u.one_time_password AS "oneTimePassword",
             m.body_id AS "bodyId", m.role
      FROM api_tokens t JOIN users u ON u.id = t.user_id
        LEFT JOIN memberships m ON m.user_id = u.id AND m.ended_at IS NULL
      WHERE t.secret_hash = ${sha256(secret)} AND t.revoked_at IS NULL
        AND (t.expires_at IS NULL OR t.expires_at > ${this.clock.instant()})`;
    return credentialsOf(rows);
  }

  async sessions(actor: Actor): Promise<Session[]> {
    return this.db.read.find(Session, {
      where: { userId: actor.userId, revokedAt: IsNull(), expiresAt: MoreThan(this.clock.instant()) },
      order: { id: 'DESC' },
    });
  }

  async revokeSession(actor: Actor, id: string): Promise<void> {
    await this.db.write(async (tx) => {
      found(await tx.findOneBy(Session, { id, userId: actor.userId, revokedAt: IsNull() }));
      const at = this.clock.instant();
      await tx.update(Session, { id }, { revokedAt: at });
      await audit(tx, actor, { at, action: 'session.revoked', subjectId: id });
    });
  }

  /**
   * A new password ends every other session and every API token: whoever knew the old one is out. What costs nothing
   * is checked first, so that hashing is only done under the throttle.
   */
  async changePassword(actor: Actor, input: ChangePassword, address: string, keep: string | null): Promise<void> {
    const user = found(await this.db.read.findOneBy(User, { id: actor.userId }));
    checkPassword(input.newPassword, { email: user.email, before: input.currentPassword });
    const limits = signInLimits(user.email, address);
    await this.throttles.attempt(limits);
    if (!(await passwordMatches(user.passwordHash, input.currentPassword))) {
      const fields = [{ field: 'currentPassword', rule: 'isCurrentPassword' }];
      throw new DomainError('wrong_credentials', {}, { fields });
    }
    const passwordHash = await hashPassword(input.newPassword);
    await this.db.write(async (tx) => {
      await requireUnchangedPassword(tx, user);
      const at = this.clock.instant();
      await tx.update(User, { id: user.id }, { passwordHash, oneTimePassword: false });
      await endAccess(tx, user.id, at, keep ?? undefined);
      await audit(tx, actor, { at, action: 'password.changed', subjectId: user.id });
    });
    await this.throttles.forgive(limits);
  }

  async tokens(actor: Actor): Promise<ApiToken[]> {
    return this.db.read.find(ApiToken, { where: { userId: actor.userId, revokedAt: IsNull() }, order: { id: 'DESC' } });
  }

  /** The token outlives the session that makes it, which must therefore still stand at that moment. */
  async createToken(actor: Actor, sessionId: string, input: CreateApiToken): Promise<{ row: ApiToken; token: string }> {
    const token = `ts_${newSecret()}`;
    const row: ApiToken = {
      id: newId(),
      secretHash: sha256(token),
      userId: actor.userId,
      name: input.name,
      createdAt: this.clock.instant(),
      expiresAt: input.expiresAt ?? null,
      revokedAt: null,
    };
    await this.db.write(async (tx) => {
      const standing = await tx.existsBy(Session, { id: sessionId, revokedAt: IsNull() });
      if (!standing) throw new DomainError('unauthenticated');
      await tx.insert(ApiToken, row);
      await audit(tx, actor, { at: row.createdAt, action: 'api_token.created', subjectId: row.id });
    });
    return { row, token };
  }

  async revokeToken(actor: Actor, id: string): Promise<void> {
    await this.db.write(async (tx) => {
      found(await tx.findOneBy(ApiToken, { id, userId: actor.userId, revokedAt: IsNull() }));
      const at = this.clock.instant();
      await tx.update(ApiToken, { id }, { revokedAt: at });
      await audit(tx, actor, { at, action: 'api_token.revoked', subjectId: id });
    });
  }

  private async openSession(user: User, userAgent: string): Promise<SignedIn> {
    const secret = newSecret();
    const now = this.clock.now();
    const session: Session = {
      id: newId(),
      secretHash: sha256(secret),
      userId: user.id,
      userAgent: userAgent.slice(0, 200),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + this.config.sessionHours * 3_600_000).toISOString(),
      revokedAt: null,
    };
    await this.db.write(async (tx) => {
      await requireUnchangedPassword(tx, user);
      await removeOldSessions(tx, new Date(now.getTime() - keptDays * 86_400_000).toISOString());
      await tx.insert(Session, session);
      await audit(tx, { userId: user.id }, { at: session.createdAt, action: 'session.opened', subjectId: session.id });
    });
    return { session, secret, user };
  }
}

/** Between the check of a password, which takes its time, and this write the password may have been changed or reset. */
async function requireUnchangedPassword(tx: Tx, verified: User): Promise<void> {
  const user = await tx.findOneBy(User, { id: verified.id });
  if (user?.passwordHash !== verified.passwordHash) throw new DomainError('wrong_credentials');
}

/** Days for which an ended session can still be looked up beside the audit. */
const keptDays = 30;

/** Every session expires, revoked or not. A few at a time, so that no sign-in pays for all that others left. */
async function removeOldSessions(tx: Tx, endedBefore: string): Promise<void> {
  const old = 'SELECT id FROM sessions WHERE expires_at < :endedBefore ORDER BY expires_at LIMIT 100';
  await tx.createQueryBuilder().delete().from(Session).where(`id IN (${old})`, { endedBefore }).execute();
}

/** One role of the person who comes with a secret, or none. */
interface BearerRow {
  sessionId: string | null;
  userId: string;
  operator: boolean | number;
  oneTimePassword: boolean | number;
  bodyId: string | null;
  role: Role | null;
}

function credentialsOf(rows: readonly BearerRow[]): Credentials | null {
  const [first] = rows;
  if (!first) return null;
  const memberships = rows.flatMap(({ bodyId, role }) => (bodyId && role ? [{ bodyId, role }] : []));
  const actor = { userId: first.userId, operator: Boolean(first.operator), memberships };
  return { actor, sessionId: first.sessionId, oneTimePassword: Boolean(first.oneTimePassword) };
}
