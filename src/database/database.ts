import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../config.js';
import { readOptions } from './data-source.js';
import { transact, type Tx } from './transaction.js';

export { type Tx } from './transaction.js';

/** What may be done outside a write: look. A `Tx` is also a `Reader`, so that one query serves both. */
export type Reader = Pick<
  EntityManager,
  | 'find'
  | 'findBy'
  | 'findOne'
  | 'findOneBy'
  | 'count'
  | 'countBy'
  | 'exists'
  | 'existsBy'
  | 'createQueryBuilder'
  | 'sql'
>;

export type Dialect = 'sqlite' | 'postgres';

/** Keys of the advisory locks by which instances on one PostgreSQL take turns ('TSTN' and the next). */
const writersLock = 0x5453544e;
const migrationsLock = writersLock + 1;

/**
 * The write gate. `write` is the only way to change the database: one writer at a time, first in first out, on both
 * databases and across instances, so that no rule has to be proved against interleavings (docs/decisions/0001).
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly open = new AsyncLocalStorage<Tx>();
  private readonly begin: string;
  private tail: Promise<unknown> = Promise.resolve();
  private reading: DataSource | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly config: Config,
  ) {
    this.begin = this.dialect === 'postgres' ? postgresBegin(config.writeTimeoutMs) : 'BEGIN IMMEDIATE';
  }

  get dialect(): Dialect {
    return this.source.options.type === 'postgres' ? 'postgres' : 'sqlite';
  }

  /** Brings the schema up to date and opens the connections of readers, who never see half a write. */
  async start(): Promise<void> {
    await this.migrate();
    this.reading = await new DataSource(readOptions(this.config)).initialize();
  }

  /** Committed rows. Inside a `write`, use the transaction instead to see what it has done so far. */
  get read(): Reader {
    if (!this.reading) throw new Error('the database has not been started');
    return this.reading.manager;
  }

  /**
   * Runs `work` in a transaction and returns once it is durable. A nested call joins the one around it.
   * Only database work belongs inside: hashing, files, PDF and network would make every other writer wait.
   */
  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const outer = this.open.getStore();
    if (outer) return work(outer);
    const turn = this.tail.then(() => this.takeTurn(work));
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.tail;
    await this.reading?.destroy();
  }

  private async takeTurn<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const joining = (tx: Tx): Promise<T> => this.open.run(tx, () => work(tx));
      return await transact(runner, this.begin, this.config.writeTimeoutMs, joining);
    } finally {
      await runner.release();
    }
  }

  /** Of several instances that start at once the first migrates, and the others find it done. */
  private async migrate(): Promise<void> {
    const runner = this.source.createQueryRunner();
    const postgres = this.dialect === 'postgres';
    try {
      if (postgres) await runner.query(`SELECT pg_advisory_lock(${migrationsLock})`);
      await this.source.runMigrations({ transaction: 'all' });
      if (postgres) await runner.query(`SELECT pg_advisory_unlock(${migrationsLock})`);
    } finally {
      await runner.release();
    }
  }
}

/**
 * The writers of all instances queue for one lock, which falls with the transaction. A writer that hangs, or whose
 * machine is gone, is put out by PostgreSQL itself, a little after it should have given up on its own.
 */
function postgresBegin(ms: number): string {
  return `BEGIN; SET LOCAL lock_timeout = ${ms}; SET LOCAL statement_timeout = ${ms};
    SET LOCAL idle_in_transaction_session_timeout = ${ms + 5000}; SELECT pg_advisory_xact_lock(${writersLock})`;
}
