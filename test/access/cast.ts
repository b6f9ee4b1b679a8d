import { type Role, roles } from '../../src/common/actor.js';
import { newId, newSecret, sha256 } from '../../src/common/ids.js';
import { csrfTokenOf } from '../../src/auth/auth.service.js';
import { Session } from '../../src/auth/session.entity.js';
import { Database } from '../../src/database/database.js';
import { Membership } from '../../src/people/membership.entity.js';
import { hashPassword } from '../../src/people/password.js';
import { Qualification } from '../../src/people/qualification.entity.js';
import { TrainingBody } from '../../src/people/training-body.entity.js';
import { User } from '../../src/people/user.entity.js';
import { insertAll } from '../factories/assessment.js';
import { type World } from '../world.js';

/** Everybody who may come to a route, in the order of the table's columns. */
export const parts = [
  'nobody',
  'one-time password',
  'operator',
  'administrator',
  'officer',
  'lead assessor',
  'second assessor',
  'unassigned assessor',
  'verifier',
  'unassigned verifier',
  'candidate',
  'another candidate',
  'other body',
  'former assessor',
] as const;
export type Part = (typeof parts)[number];
export type Somebody = Exclude<Part, 'nobody'>;

const rolesOf: Record<Somebody, readonly Role[]> = {
  'one-time password': ['administrator'],
  operator: [],
  administrator: ['administrator'],
  officer: ['officer'],
  'lead assessor': ['assessor'],
  'second assessor': ['assessor'],
  'unassigned assessor': ['assessor'],
  verifier: ['verifier'],
  'unassigned verifier': ['verifier'],
  candidate: ['candidate'],
  'another candidate': ['candidate'],
  'other body': roles,
  'former assessor': ['assessor'],
};

export const password = 'one password for the whole cast';
const createdAt = '2026-01-05T00:00:00.000Z';

interface Account {
  bodyId: string;
  roles: readonly Role[];
  changes?: Partial<User>;
  endedAt?: string | null;
}

/**
 * One person for every part, at a body of their own. The outsider has all five roles, at the other body; the former
 * assessor is still assigned but has left. Rows are written as they are, so that a session costs no password hash.
 */
export class Cast {
  readonly ids = {} as Record<Somebody, string>;
  readonly home = newId();
  readonly away = newId();
  private hash: string;

  private constructor(private readonly db: Database) {}

  static async of(world: World): Promise<Cast> {
    const cast = new Cast(world.app.get(Database));
    cast.hash = await hashPassword(password);
    const bodies = [cast.home, cast.away].map((id, i) => ({ id, name: `機構 ${i}`, createdAt }));
    await cast.db.write((tx) => insertAll(tx, TrainingBody, bodies));
    for (const part of parts) if (part !== 'nobody') cast.ids[part] = await cast.account(cast.accountOf(part));
    for (const part of ['lead assessor', 'second assessor'] as const) await cast.qualification(cast.ids[part]);
    return cast;
  }

  /** Another person with the part's rights, for what would change the person. */
  async double(part: Somebody): Promise<string> {
    return this.account(this.accountOf(part));
  }

  async account({ bodyId, roles: own, changes, endedAt = null }: Account): Promise<string> {
    const id = newId();
    const user: User = {
      id,
      name: '某人',
      email: `${id}@example.tw`,
      passwordHash: this.hash,
      oneTimePassword: false,
      operator: false,
      locale: 'zh-TW',
      createdAt,
      ...changes,
    };
    const memberships = own.map((role) => ({ id: newId(), bodyId, userId: id, role, createdAt, endedAt }));
    await this.db.write(async (tx) => {
      await insertAll(tx, User, [user]);
      await insertAll(tx, Membership, memberships);
    });
    return id;
  }

  async membership(userId: string, bodyId: string, role: Role = 'officer', endedAt: string | null = null) {
    const row = { id: newId(), bodyId, userId, role, createdAt, endedAt };
    await this.db.write((tx) => insertAll(tx, Membership, [row]));
    return row.id;
  }

  async qualification(userId: string, bodyId = this.home): Promise<string> {
    const id = newId();
    const valid = { validFrom: '2020-01-01', validUntil: null, revokedAt: null };
    const row = { id, bodyId, userId, title: '職能評量師', documentCodes: [], ...valid };
    const recorded = { recordedBy: userId, recordedAt: createdAt };
    await this.db.write((tx) => insertAll(tx, Qualification, [{ ...row, ...recorded }]));
    return id;
  }

  /** A new session of this person, and the headers of a page that has it open. */
  async session(userId: string): Promise<{ id: string; headers: Record<string, string> }> {
    const secret = newSecret();
    const id = newId();
    const row = { id, secretHash: sha256(secret), userId, userAgent: '', createdAt, revokedAt: null };
    await this.db.write((tx) => insertAll(tx, Session, [{ ...row, expiresAt: '2099-01-01T00:00:00.000Z' }]));
    return { id, headers: { cookie: `touchstone=${secret}`, 'x-csrf-token': csrfTokenOf(secret) } };
  }

  private accountOf(part: Somebody): Account {
    const bodyId = part === 'other body' ? this.away : this.home;
    const changes = { oneTimePassword: part === 'one-time password', operator: part === 'operator' };
    return { bodyId, roles: rolesOf[part], changes, endedAt: part === 'former assessor' ? createdAt : null };
  }
}
