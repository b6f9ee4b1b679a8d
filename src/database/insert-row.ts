import { type EntityMetadata } from 'typeorm';
import { type Tx } from './transaction.js';

const statements = new WeakMap<EntityMetadata, string>();

/**
 * Adds a row by a statement that is made once for its table. For what every change writes: TypeORM's builder makes the
 * statement anew each time, which takes longer than running it.
 */
export async function insertRow<T extends object>(tx: Tx, entity: new () => T, row: T): Promise<void> {
  const metadata = tx.connection.getMetadata(entity);
  let statement = statements.get(metadata);
  if (!statement) statements.set(metadata, (statement = statementFor(tx, metadata)));
  const { driver } = tx.connection;
  const values = metadata.columns.map((column): unknown => {
    return driver.preparePersistentValue(row[column.propertyName as keyof T] ?? null, column);
  });
  await tx.query(statement, values);
}

function statementFor(tx: Tx, { tableName, columns }: EntityMetadata): string {
  const { driver } = tx.connection;
  const names = columns.map(({ databaseName }) => driver.escape(databaseName));
  const places = columns.map(({ databaseName }, index) => driver.createParameter(databaseName, index));
  return `INSERT INTO ${driver.escape(tableName)} (${names.join(', ')}) VALUES (${places.join(', ')})`;
}
