import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../config.js';
import { DomainError } from '../common/errors.js';
import { readOptions } from './data-source.js';

/** A transaction: the entity manager inside `Database.write`. */
export type Tx = EntityManager;

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

interface OpenWrite {
  tx: Tx;
  afterCommit: (() => void)[];
}

/** One key for the advisory lock that makes PostgreSQL's writers queue as SQLite's do ('TSTN'). */
const writersLock = 0x5453544e;

/**
 * The write gate. `write` is the only way to change the database: one writer at a time, first in first out, on both
 * databases and across instances, so that no rule has to be proved against interleavings (docs/decisions/0001).
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly open = new AsyncLocalStorage<OpenWrite>();
  private tail: Promise<unknown> = Promise.resolve();
  private reading: DataSource | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly config: Config,
  ) {}

  get dialect(): 'sqlite' | 'postgres' {
    return this.source.options.type === 'postgres' ? 'postgres' : 'sqlite';
  }

  /** Opens the reading connection; on SQLite a second, read-only one, so that readers never see half a write. */
  async start(): Promise<void> {
    this.reading =
      this.dialect === 'postgres' ? this.source : await new DataSource(readOptions(this.config)).initialize();
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
    if (outer) return work(outer.tx);
    if (this.dialect === 'postgres') return this.transact(work);
    const turn = this.tail.then(() => this.transact(work));
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  /** Runs `effect` once the write around it has committed, never if it rolls back. */
  afterCommit(effect: () => void): void {
    const open = this.open.getStore();
    if (open) open.afterCommit.push(effect);
    else effect();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.tail;
    if (this.reading && this.reading !== this.source) await this.reading.destroy();
  }

  private async transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const effects: (() => void)[] = [];
    const result = await this.source.transaction(async (tx) => {
      if (this.dialect === 'postgres') await this.queue(tx);
      const limited = limit(tx, this.config.writeTimeoutMs);
      return limited.within(this.open.run({ tx: limited.tx, afterCommit: effects }, () => work(limited.tx)));
    });
    for (const effect of effects) effect();
    return result;
  }

  /** The lock falls with the transaction; the timeout turns a stuck writer elsewhere into an error here. */
  private async queue(tx: Tx): Promise<void> {
    await tx.query(`SET LOCAL lock_timeout = ${this.config.writeTimeoutMs}`);
    await tx.query(`SELECT pg_advisory_xact_lock(${writersLock})`);
  }
}

/**
 * A time limit for one write, so that a stuck one is rolled back instead of stopping every other. Past it the
 * transaction refuses to be used: on SQLite a late statement would otherwise land in somebody else's transaction.
 */
function limit(tx: Tx, ms: number): { tx: Tx; within: <T>(work: Promise<T>) => Promise<T> } {
  let over = false;
  const guarded = new Proxy(tx, {
    get(target, property, receiver) {
      if (over) throw new DomainError('write_timeout');
      return Reflect.get(target, property, receiver) as unknown;
    },
  });
  const within = async <T>(work: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DomainError('write_timeout')), ms);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      over = true;
      clearTimeout(timer);
    }
  };
  return { tx: guarded, within };
}
