import { In } from 'typeorm';
import { type Reader } from '../database/database.js';
import { User } from './user.entity.js';

/** Ids in one query. */
const most = 500;

/** What people are called, by their ids; in one query for as many as a page holds. */
export async function namesOf(reader: Reader, ids: Iterable<string>): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const all = [...new Set(ids)];
  for (let i = 0; i < all.length; i += most) {
    const users = await reader.find(User, {
      where: { id: In(all.slice(i, i + most)) },
      select: { id: true, name: true },
    });
    for (const { id, name } of users) names.set(id, name);
  }
  return names;
}
