import { randomInt } from 'node:crypto';
import { newId } from '../common/ids.js';
import { type Tx } from '../database/database.js';
import { insertRow } from '../database/insert-row.js';
import { listLength } from './bitstring.js';
import { StatusEntry, StatusList } from './status-list.entity.js';

export interface Place {
  entryId: string;
  /** Of the list, in the body. */
  list: number;
  position: number;
}

/** Ten taken places in a row come up when a list is about a third full: time for a new one. */
const draws = 10;

/** Takes a free place in the body's newest list by lot, in a new list if that one is well filled. */
export async function takePlace(tx: Tx, bodyId: string, takenAt: string): Promise<Place> {
  const newest = await tx.findOne(StatusList, { where: { bodyId }, order: { number: 'DESC' } });
  const free = newest && (await freePosition(tx, newest));
  const list = newest && free !== null ? newest : await openList(tx, bodyId, (newest?.number ?? 0) + 1, takenAt);
  const position = free ?? randomInt(listLength);
  const entry = { id: newId(), listId: list.id, position, takenAt };
  await insertRow(tx, StatusEntry, entry);
  return { entryId: entry.id, list: list.number, position };
}

async function freePosition(tx: Tx, { id: listId }: StatusList): Promise<number | null> {
  for (let draw = 0; draw < draws; draw += 1) {
    const position = randomInt(listLength);
    if (!(await tx.existsBy(StatusEntry, { listId, position }))) return position;
  }
  return null;
}

async function openList(tx: Tx, bodyId: string, number: number, createdAt: string): Promise<StatusList> {
  const list = { id: newId(), bodyId, number, createdAt };
  await tx.insert(StatusList, list);
  return list;
}
