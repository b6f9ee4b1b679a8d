import { type Reader } from '../database/database.js';
import { namesOf } from '../people/names.js';
import { type Named } from './answers.view.js';

/** Rows with the names of who wrote them, in one query. */
export async function namedRows<Row>(
  reader: Reader,
  rows: readonly Row[],
  by: (row: Row) => string,
): Promise<Named<Row>[]> {
  const names = await namesOf(reader, rows.map(by));
  return rows.map((row) => ({ row, name: names.get(by(row))! }));
}
