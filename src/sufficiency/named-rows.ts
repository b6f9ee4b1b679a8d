import { In } from 'typeorm';
import { type Reader } from '../database/database.js';
import { User } from '../people/user.entity.js';
import { type Named } from './answers.view.js';

/** Rows with the names of who wrote them, in one query. */
export async function namedRows<Row>(
  reader: Reader,
  rows: readonly Row[],
  by: (row: Row) => string,
): Promise<Named<Row>[]> {
  const users = await reader.find(User, {
    where: { id: In([...new Set(rows.map(by))]) },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ row, name: names.get(by(row))! }));
}
