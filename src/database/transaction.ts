import { type EntityManager, type QueryRunner } from 'typeorm';
import { DomainError } from '../common/errors.js';

/** A transaction: the entity manager inside `Database.write`. */
export type Tx = EntityManager;

/** PostgreSQL's words for a lock or a statement that took too long. */
const tooSlow = new Set(['55P03', '57014']);

/**
 * Runs `work` between `begin` and COMMIT on one connection. Whatever fails, or lasts longer than `ms`, is rolled back
 * whole: also where `work` caught the error of a statement, because the databases differ in what is left after it.
 */
export async function transact<T>(
  runner: QueryRunner,
  begin: string,
  ms: number,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const guard = guarded(runner);
  try {
    await runner.query(begin);
    const result = await within(ms, work(guard.tx));
    guard.close();
    await runner.query('COMMIT');
    return result;
  } catch (error) {
    guard.refuse(error);
    // A full disk makes SQLite roll back by itself: then there is nothing left to do.
    await runner.query('ROLLBACK').catch(() => undefined);
    const { code } = ((error as { driverError?: object }).driverError ?? {}) as { code?: string };
    throw code && tooSlow.has(code) ? new DomainError('write_timeout') : error;
  }
}

/**
 * A transaction whose statements are refused from the first failure on, and once it is over: on SQLite, which has one
 * connection, a late statement would otherwise land in somebody else's transaction.
 */
function guarded(runner: QueryRunner): { tx: Tx; close: () => void; refuse: (error: unknown) => void } {
  let refusal: { error: unknown } | null = null;
  const refuse = (error: unknown): void => {
    refusal ??= { error };
  };
  const query: QueryRunner['query'] = async (...statement: Parameters<QueryRunner['query']>) => {
    if (refusal) throw refusal.error;
    try {
      return (await runner.query(...statement)) as never;
    } catch (error) {
      refuse(error);
      throw error;
    }
  };
  const close = (): void => {
    if (refusal) throw refusal.error;
    refuse(new Error('a write that is over was given another statement'));
  };
  const narrow = Object.create(runner, {
    query: { value: query },
    manager: { value: undefined, writable: true },
  }) as QueryRunner;
  return { tx: runner.connection.createEntityManager(narrow), close, refuse };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DomainError('write_timeout')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
