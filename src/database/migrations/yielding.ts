import { type QueryRunner } from 'typeorm';

/** An append-only table that yields to deletion: by kind, for the assessment that a row belongs to. */
export interface Yielding {
  table: string;
  kind: 'evidence' | 'judgements' | 'register';
  /** SQL for the assessment's id, of the row `OLD`. */
  assessment: string;
  /**
   * The only change that is let through, in place of removal: these columns become empty, and all others stay.
   * `kept` names the others.
   */
  emptied?: { columns: readonly string[]; kept: readonly string[] };
}

/**
 * Makes an append-only table let go of rows while a tombstone of their kind stands for their assessment, and of nothing
 * else (rules P5 and R1). PostgreSQL's triggers cannot look into other tables but through a function.
 */
export async function letDeleted(runner: QueryRunner, { table, kind, assessment, emptied }: Yielding): Promise<void> {
  const postgres = runner.connection.options.type === 'postgres';
  const change = emptied ? 'UPDATE' : 'DELETE';
  const trigger = `${table}_no_${change.toLowerCase()}`;
  const buried = `EXISTS (SELECT 1 FROM tombstones t WHERE t.kind = '${kind}' AND t.assessment_id = ${assessment})`;
  const distinct = postgres ? 'IS NOT DISTINCT FROM' : 'IS';
  const only = emptied
    ? [
        ...emptied.columns.map((column) => `NEW.${column} = ''`),
        ...emptied.kept.map((column) => `NEW.${column} ${distinct} OLD.${column}`),
      ]
    : [];
  const allowed = [buried, ...only].join(' AND ');
  await runner.query(`DROP TRIGGER ${trigger}${postgres ? ` ON ${table}` : ''}`);
  if (!postgres) {
    await runner.query(`CREATE TRIGGER ${trigger} BEFORE ${change} ON ${table} WHEN NOT (${allowed})
      BEGIN SELECT RAISE(ABORT, 'append-only table ${table}'); END`);
    return;
  }
  await runner.query(`CREATE FUNCTION ${trigger}() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
      IF ${allowed} THEN RETURN ${emptied ? 'NEW' : 'OLD'}; END IF;
      RAISE EXCEPTION 'append-only table %', TG_TABLE_NAME;
    END $$`);
  await runner.query(
    `CREATE TRIGGER ${trigger} BEFORE ${change} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${trigger}()`,
  );
}
