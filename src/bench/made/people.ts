import { newId } from '../../common/ids.js';
import { type Database } from '../../database/database.js';
import { Qualification } from '../../people/qualification.entity.js';
import { User } from '../../people/user.entity.js';
import { insertAll } from './insert-all.js';

const recordedAt = '2026-01-05T00:00:00.000Z';

/** Users who cannot sign in. Gives their ids, in order. */
export async function usersNamed(db: Database, names: readonly string[]): Promise<string[]> {
  const account = { passwordHash: null, oneTimePassword: false, operator: false, locale: 'zh-TW' };
  const rows = names.map((name): User => {
    const id = newId();
    return { id, name, email: `${id}@example.tw`, ...account, createdAt: recordedAt };
  });
  await db.write((tx) => insertAll(tx, User, rows));
  return rows.map(({ id }) => id);
}

export async function userNamed(db: Database, name: string): Promise<string> {
  return (await usersNamed(db, [name]))[0]!;
}

/** Lets people assess every document for a body from 2020 on. */
export async function qualify(db: Database, bodyId: string, ...userIds: string[]): Promise<void> {
  const rows = userIds.map((userId) => ({
    id: newId(),
    bodyId,
    userId,
    title: '職能評量員',
    documentCodes: [],
    validFrom: '2020-01-01',
    validUntil: null,
    recordedBy: userId,
    recordedAt,
    revokedAt: null,
  }));
  await db.write((tx) => insertAll(tx, Qualification, rows));
}
