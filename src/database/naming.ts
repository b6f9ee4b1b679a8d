import { DefaultNamingStrategy, type Table } from 'typeorm';

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

const bare = (table: Table | string): string => (typeof table === 'string' ? table : table.name).split('.').at(-1)!;

/** `receivedAt` in code is `received_at` in the database: one spelling that needs no quotes in either. */
export class SnakeNames extends DefaultNamingStrategy {
  override tableName(target: string, given?: string): string {
    return given ?? snake(target);
  }
  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snake), given ?? snake(property)].join('_');
  }
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `fk_${bare(table)}_${columns.join('_')}`;
  }
  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `uq_${bare(table)}_${columns.join('_')}`;
  }
  override primaryKeyName(table: Table | string): string {
    return `${bare(table)}_pkey`;
  }
}
