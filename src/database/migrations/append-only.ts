import { type QueryRunner } from 'typeorm';

/** Tables whose rows may be added and never changed or removed, whatever the code above asks (rule P5). */
export async function keepAppendOnly(runner: QueryRunner, tables: readonly string[]): Promise<void> {
  const postgres = runner.connection.options.type === 'postgres';
  for (const table of tables) {
    for (const change of ['UPDATE', 'DELETE']) {
      const action = postgres
        ? 'FOR EACH ROW EXECUTE FUNCTION refuse_change()'
        : `BEGIN SELECT RAISE(ABORT, 'append-only table ${table}'); END`;
      await runner.query(`CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table} ${action}`);
    }
    // It passes by the rules of rows. SQLite has no such statement.
    if (postgres) {
      await runner.query(`CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }
}
