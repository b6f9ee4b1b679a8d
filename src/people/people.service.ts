import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { audit } from '../audit/audit.js';
import { type Actor, type Role } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, found } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { type Page, afterKey, pageOf } from '../common/paging.js';
import { containsAny, patternOf } from '../database/contains.js';
import { Database, type Tx } from '../database/database.js';
import { Membership } from './membership.entity.js';
import { setOneTimePassword } from './credentials.js';
import { hashPassword, oneTimePassword } from './password.js';
import { type AddMembership, type AddPerson, type PeopleQuery } from './people.dto.js';
import { canAdd, canAdminister, canEnrol, canSeeBody } from './people.policy.js';
import { TrainingBody } from './training-body.entity.js';
import { User } from './user.entity.js';

export interface Person {
  user: User;
  memberships: Membership[];
}

@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The people of a body with their standing roles there. */
  async list(actor: Actor, bodyId: string, query: PeopleQuery): Promise<Page<Person>> {
    this.require(actor, bodyId, canEnrol);
    const memberships = this.db.read
      .createQueryBuilder(Membership, 'm')
      .select('1')
      .where('m.user_id = u.id AND m.body_id = :bodyId AND m.ended_at IS NULL');
    if (query.role) memberships.andWhere('m.role = :role');
    const listed = this.db.read
      .createQueryBuilder(User, 'u')
      .where(`EXISTS (${memberships.getQuery()})`)
      .andWhere('u.id > :after');
    if (query.search) listed.andWhere(containsAny('u.name', 'u.email'), { pattern: patternOf(query.search) });
    const users = await listed
      .setParameters({ bodyId, role: query.role, after: afterKey(query) ?? '' })
      .orderBy('u.id')
      .limit(query.limit + 1)
      .getMany();
    const page = pageOf(users, query.limit, (user) => user.id);
    const roles = await this.db.read.findBy(Membership, {
      bodyId,
      userId: In(page.items.map((u) => u.id)),
      endedAt: IsNull(),
    });
    return {
      ...page,
      items: page.items.map((user) => ({ user, memberships: roles.filter((m) => m.userId === user.id) })),
    };
  }

  /**
   * Makes an account with a one-time password, or gives a person of this body more roles. An address that only other
   * bodies know is `email_taken`, and left to the operator to add: no body takes hold of another's people, nor learns
   * who they are.
   */
  async add(actor: Actor, bodyId: string, input: AddPerson): Promise<Person & { oneTimePassword: string | null }> {
    this.require(actor, bodyId, () => canAdd(actor, bodyId, input.roles));
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    return this.db.write(async (tx) => {
      found(await tx.findOneBy(TrainingBody, { id: bodyId }));
      const email = input.email.trim().toLowerCase();
      const known = await tx.findOneBy(User, { email });
      const foreign = known !== null && !(await tx.existsBy(Membership, { bodyId, userId: known.id }));
      if (foreign && !actor.operator) throw new DomainError('email_taken');
      // Whoever made the account elsewhere knows its password until the person has changed it.
      const renew = foreign && known.oneTimePassword && !known.operator;
      if (renew) await setOneTimePassword(tx, actor, known.id, { passwordHash, at: this.clock.instant(), bodyId });
      const user = known ?? (await this.createUser(tx, { ...input, email, passwordHash, operator: false }));
      const memberships: Membership[] = [];
      for (const role of new Set(input.roles)) memberships.push(await this.grant(tx, actor, bodyId, user.id, role));
      return { user, memberships, oneTimePassword: known && !renew ? null : password };
    });
  }

  /** Gives a person who already belongs to this body another role there. */
  async addMembership(actor: Actor, bodyId: string, input: AddMembership): Promise<Membership> {
    this.require(actor, bodyId, canAdminister);
    return this.db.write(async (tx) => {
      found(await tx.findOneBy(Membership, { bodyId, userId: input.userId }));
      return this.grant(tx, actor, bodyId, input.userId, input.role);
    });
  }

  /** Ends a role from now on. What the person did under it stays theirs. */
  async endMembership(actor: Actor, bodyId: string, id: string): Promise<void> {
    this.require(actor, bodyId, canAdminister);
    await this.db.write(async (tx) => {
      const membership = found(await tx.findOneBy(Membership, { id, bodyId, endedAt: IsNull() }));
      const last = membership.role === 'administrator' && (await this.administrators(tx, bodyId)) === 1;
      if (last) throw new DomainError('last_administrator');
      const at = this.clock.instant();
      await tx.update(Membership, { id }, { endedAt: at });
      const data = { userId: membership.userId, role: membership.role };
      await audit(tx, actor, { at, action: 'membership.ended', subjectId: id, bodyId, data });
    });
  }

  async me(actor: Actor): Promise<Person> {
    const user = found(await this.db.read.findOneBy(User, { id: actor.userId }));
    const memberships = await this.db.read.findBy(Membership, { userId: actor.userId, endedAt: IsNull() });
    return { user, memberships };
  }

  async setLocale(actor: Actor, locale: string): Promise<void> {
    await this.db.write(async (tx) => {
      const { id, locale: before } = found(await tx.findOneBy(User, { id: actor.userId }));
      if (locale === before) return;
      await tx.update(User, { id }, { locale });
      await audit(tx, actor, { at: this.clock.instant(), action: 'person.updated', subjectId: id, data: { locale } });
    });
  }

  /** The account row itself; `operator` accounts are made by the installation only. */
  async createUser(
    tx: Tx,
    input: Pick<User, 'name' | 'email' | 'passwordHash' | 'operator'> & { locale?: string },
  ): Promise<User> {
    const user: User = {
      id: newId(),
      email: input.email,
      name: input.name,
      passwordHash: input.passwordHash,
      oneTimePassword: true,
      operator: input.operator,
      locale: input.locale ?? 'zh-TW',
      createdAt: this.clock.instant(),
    };
    await tx.insert(User, user);
    return user;
  }

  async grant(tx: Tx, actor: Pick<Actor, 'userId'>, bodyId: string, userId: string, role: Role): Promise<Membership> {
    const standing = await tx.findOneBy(Membership, { bodyId, userId, role, endedAt: IsNull() });
    if (standing) return standing;
    const row = { id: newId(), bodyId, userId, role, createdAt: this.clock.instant(), endedAt: null };
    await tx.insert(Membership, row);
    const data = { userId, role };
    await audit(tx, actor, { at: row.createdAt, action: 'membership.granted', subjectId: row.id, bodyId, data });
    return row;
  }

  private async administrators(tx: Tx, bodyId: string): Promise<number> {
    return tx.countBy(Membership, { bodyId, role: 'administrator', endedAt: IsNull() });
  }

  private require(actor: Actor, bodyId: string, allowed: (actor: Actor, bodyId: string) => boolean): void {
    if (!canSeeBody(actor, bodyId)) throw new DomainError('not_found');
    if (!allowed(actor, bodyId)) throw new DomainError('forbidden');
  }
}
