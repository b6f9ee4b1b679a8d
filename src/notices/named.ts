import { In } from 'typeorm';
import { type Reader } from '../database/database.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { User } from '../people/user.entity.js';
import { type Notice } from './notice.entity.js';
import { type NamedNotice } from './notices.view.js';

/** Joins to notices whom they are for and which body they are from, in two queries however many there are. */
export async function named(reader: Reader, notices: readonly Notice[], mailing: boolean): Promise<NamedNotice[]> {
  const unsent = notices.flatMap(({ userId, email }) => (userId && email === null ? userId : []));
  const bodies = notices.flatMap(({ bodyId }) => bodyId ?? []);
  const userRows = await reader.findBy(User, { id: In([...new Set(unsent)]) });
  const bodyRows = await reader.findBy(TrainingBody, { id: In([...new Set(bodies)]) });
  const users = new Map(userRows.map((user) => [user.id, user]));
  const names = new Map(bodyRows.map(({ id, name }) => [id, name]));
  return notices.map((notice) => {
    const { email, name, locale } = users.get(notice.userId ?? '') ?? notice;
    const to = { email: email ?? '', name: name ?? '', locale: locale ?? '' };
    return { notice, to, bodyName: names.get(notice.bodyId ?? '') ?? null, mailing };
  });
}
