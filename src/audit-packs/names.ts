import { In } from 'typeorm';
import { type Reader } from '../database/database.js';
import { User } from '../people/user.entity.js';

const personal = /(By|^by|[uU]serId|[aA]ssessorId|[vV]erifierId|[cC]andidateId|deciderId|actorId)$/;

/** The ids of people that stand in rows under a name that says so. What people write themselves is not looked at. */
export function peopleIn(value: unknown, found = new Set<string>()): Set<string> {
  if (value === null || typeof value !== 'object') return found;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && personal.test(key)) found.add(inner);
    else peopleIn(inner, found);
  }
  return found;
}

const most = 500;

export async function namesOf(reader: Reader, ids: Iterable<string>): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const all = [...ids];
  for (let i = 0; i < all.length; i += most) {
    const id = In(all.slice(i, i + most));
    for (const user of await reader.find(User, { where: { id }, select: { id: true, name: true } })) {
      names.set(user.id, user.name);
    }
  }
  return names;
}
