import { type Tx } from '../../database/database.js';

/** Rows written without their HTTP routes: for sizes, and for states that no route would make on demand. */
export async function insertAll<T extends object>(tx: Tx, entity: new () => T, rows: readonly T[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 500) {
    await tx
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows.slice(i, i + 500))
      .updateEntity(false)
      .execute();
  }
}
