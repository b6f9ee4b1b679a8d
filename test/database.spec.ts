import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { audit, verifyChain } from '../src/audit/audit.js';
import { AuditEntry } from '../src/audit/audit-entry.entity.js';
import { systemActor } from '../src/common/actor.js';
import { Throttle } from '../src/auth/throttle.entity.js';
import { readOptions } from '../src/database/data-source.js';
import { Database, type Tx } from '../src/database/database.js';
import { World } from './world.js';

let world: World;
let db: Database;
let source: DataSource;
const onSqlite = process.env.TEST_DATABASE_URL ? it.skip : it;

/** Any table would do; this one has no foreign keys and no history. */
const add = (tx: Tx, key: string) => tx.insert(Throttle, { key, failures: 1, windowEndsAt: '' });
const keys = async (prefix: string): Promise<string[]> => {
  const rows = await db.read
    .createQueryBuilder(Throttle, 't')
    .where('t.key LIKE :p', { p: `${prefix}%` })
    .getMany();
  return rows.map(({ key }) => key).sort();
};
const open = async (env: Record<string, string> = {}): Promise<void> => {
  world = await World.open({ withoutSeeds: true, env });
  db = world.app.get(Database);
  source = world.app.get(DataSource);
};

/** Something one side waits for and the other gives. */
function signal<T = void>(): { given: Promise<T>; give: (value: T) => void } {
  let give!: (value: T) => void;
  const given = new Promise<T>((resolve) => (give = resolve));
  return { given, give };
}

describe('the write gate', () => {
  beforeAll(() => open());
  afterAll(() => world?.close());

  it('lets 200 writers at once succeed in the order they came, and none loses a row', async () => {
    const order: number[] = [];
    await db.write((tx) => add(tx, 'counter'));
    const writers = Array.from({ length: 200 }, (_, i) =>
      db.write(async (tx) => {
        order.push(i);
        const { failures } = (await tx.findOneBy(Throttle, { key: 'counter' }))!;
        if (i % 20 === 0) await sleep(1);
        await tx.update(Throttle, { key: 'counter' }, { failures: failures + 1 });
        await add(tx, `many-${i}`);
      }),
    );
    await Promise.all(writers);
    expect(order).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect((await db.read.findOneBy(Throttle, { key: 'counter' }))!.failures).toBe(201);
    expect(await keys('many-')).toHaveLength(200);
  });

  it('rolls back the rows of the writer that failed and of no other', async () => {
    const writers = Array.from({ length: 40 }, (_, i) =>
      db.write(async (tx) => {
        await add(tx, `mixed-${String(i).padStart(2, '0')}`);
        await sleep(i % 3);
        if (i % 2) throw new Error(`writer ${i}`);
      }),
    );
    const results = await Promise.allSettled(writers);
    expect(results.map((r) => r.status)).toEqual(writers.map((_, i) => (i % 2 ? 'rejected' : 'fulfilled')));
    const even = Array.from({ length: 20 }, (_, i) => `mixed-${String(i * 2).padStart(2, '0')}`);
    expect(await keys('mixed-')).toEqual(even);
  });

  it('joins a nested write to the one around it, for better and for worse', async () => {
    const nested = (fail: boolean) =>
      db.write(async (tx) => {
        await add(tx, `outer-${fail}`);
        await db.write(async (inner) => {
          expect(await inner.existsBy(Throttle, { key: `outer-${fail}` })).toBe(true);
          await add(inner, `outer-inner-${fail}`);
        });
        if (fail) throw new Error('after the nested write');
      });
    await nested(false);
    await expect(nested(true)).rejects.toThrow('after the nested write');
    expect(await keys('outer-')).toEqual(['outer-false', 'outer-inner-false']);
  });

  it('never shows a reader what is not committed', async () => {
    const inside = signal();
    const end = signal();
    const writing = db.write(async (tx) => {
      await add(tx, 'secret');
      expect(await tx.existsBy(Throttle, { key: 'secret' })).toBe(true);
      inside.give();
      await end.given;
    });
    await inside.given;
    expect(await keys('secret')).toEqual([]);
    end.give();
    await writing;
    expect(await keys('secret')).toEqual(['secret']);
  });

  it('commits nothing of a write in which a statement failed, even if the failure was caught', async () => {
    await db.write((tx) => add(tx, 'taken'));
    const looksAway = db.write(async (tx) => {
      await add(tx, 'doomed');
      await add(tx, 'taken').catch(() => undefined);
    });
    await expect(looksAway).rejects.toMatchObject({ name: 'QueryFailedError' });
    expect(await keys('doomed')).toEqual([]);
  });

  it('refuses a statement that comes after the end, and puts it into nobody else’s transaction', async () => {
    let late: (() => Promise<unknown>) | undefined;
    await db.write(async (tx) => {
      await add(tx, 'in-time');
      const insert = tx.createQueryBuilder().insert().into(Throttle);
      const values = { key: 'too-late', failures: 1, windowEndsAt: '' };
      late = () => insert.values(values).execute();
    });
    await db.write(async (tx) => {
      await expect(late!()).rejects.toThrow('over');
      await add(tx, 'in-time-2');
    });
    expect(await keys('')).toEqual(expect.arrayContaining(['in-time', 'in-time-2']));
    expect(await keys('too-late')).toEqual([]);
  });

  onSqlite('syncs every commit: WAL and synchronous = FULL on the writer and the reader', async () => {
    const reader = await new DataSource(readOptions(world.config)).initialize();
    await db.write((tx) => add(tx, 'synced'));
    for (const connection of [source, reader]) {
      expect(await connection.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
      expect(await connection.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
      expect(await connection.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    }
    await expect(reader.query(`DELETE FROM throttles`)).rejects.toThrow('readonly');
    await reader.destroy();
  });

  it('has the same schema from migrations as the entities speak of', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it.each([
    'appeal_decisions',
    'audit_entries',
    'authenticity_checks',
    'competency_documents',
    'competency_items',
    'declarations',
    'evidence_accesses',
    'interest_declarations',
    'judgements',
    'plan_acknowledgements',
    'plans',
    'rule_settings',
    'sitting_conclusions',
    'status_entries',
    'status_lists',
    'status_revocations',
    'verdict_notifications',
    'verdict_receipts',
    'verdicts',
    'waiver_withdrawals',
    'waivers',
  ])('keeps %s from every UPDATE, DELETE and TRUNCATE', async (table) => {
    const { columns } = source.entityMetadatas.find(({ tableName }) => tableName === table)!;
    const values = columns.map(({ type }) => (type === 'text' || type === 'simple-json' ? `'{}'` : type === 'boolean' ? 'true' : 7)); // prettier-ignore
    const names = columns.map(({ databaseName }) => databaseName);
    const runner = source.createQueryRunner();
    const references = (checked: boolean) =>
      runner.query(
        db.dialect === 'sqlite'
          ? `PRAGMA foreign_keys = ${checked ? 'ON' : 'OFF'}`
          : `SET session_replication_role = ${checked ? 'DEFAULT' : 'replica'}`,
      );
    await references(false);
    await runner.query(`INSERT INTO ${table} (${names.join()}) VALUES (${values.join()})`);
    await references(true);
    await expect(runner.query(`UPDATE ${table} SET ${names[1]} = ${names[1]}`)).rejects.toThrow('append-only');
    await expect(runner.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    if (db.dialect === 'postgres') {
      await expect(runner.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
    }
    await runner.release();
  });
});

describe('a write that hangs', () => {
  beforeAll(() => open({ WRITE_TIMEOUT_MS: '300' }));
  afterAll(() => world?.close());

  it('is rolled back with write_timeout, the next ones go on, and nothing it does later lands', async () => {
    const wokeUp = signal<PromiseSettledResult<unknown>[]>();
    const hanging = db.write(async (tx) => {
      await add(tx, 'hung-before');
      const prepared = tx.createQueryBuilder().insert().into(Throttle);
      await sleep(600);
      const late = [
        prepared.values({ key: 'hung-after', failures: 1, windowEndsAt: '' }).execute(),
        add(tx, 'hung-last'),
      ];
      wokeUp.give(await Promise.allSettled(late));
    });
    const next = db.write((tx) => add(tx, 'next'));
    await expect(hanging).rejects.toMatchObject({ code: 'write_timeout' });
    await next;
    const meanwhile = db.write(async (tx) => {
      await add(tx, 'meanwhile');
      await sleep(250);
    });
    await meanwhile;
    expect((await wokeUp.given).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await keys('hung')).toEqual([]);
    expect(await keys('')).toEqual(expect.arrayContaining(['meanwhile', 'next']));
  });
});

describe('the audit chain', () => {
  beforeAll(() => open());
  afterAll(() => world?.close());

  const chain = () => verifyChain(db.read, 7);
  const entry = (seq: number) => source.manager.findOneByOrFail(AuditEntry, { seq });

  it('is whole under concurrent writers', async () => {
    const at = world.clock.now().toISOString();
    const writers = Array.from({ length: 30 }, (_, i) =>
      db.write((tx) => audit(tx, systemActor, { at, action: 'test', subjectId: String(i), data: { 數: i } })),
    );
    await Promise.all(writers);
    expect(await chain()).toMatchObject({ broken: [] });
  });

  it('refuses to be changed as long as the database’s own rule stands', async () => {
    await expect(source.query(`UPDATE audit_entries SET data = '{}' WHERE seq = 3`)).rejects.toThrow('append-only');
    await expect(source.query('DELETE FROM audit_entries WHERE seq = 3')).rejects.toThrow('append-only');
  });

  it('tells of an entry that was changed, removed or put in another’s place', async () => {
    const of = db.dialect === 'postgres' ? ' ON audit_entries' : '';
    for (const change of ['update', 'delete']) await source.query(`DROP TRIGGER audit_entries_no_${change}${of}`);
    const undone = async (seq: number, change: () => Promise<unknown>) => {
      const before = await Promise.all([entry(seq), entry(seq + 1)]);
      await change();
      const { broken } = await chain();
      await source.manager.delete(AuditEntry, [seq, seq + 1]);
      await source.manager.insert(AuditEntry, before);
      return broken;
    };
    const changed = () => source.query(`UPDATE audit_entries SET actor_id = 'somebody' WHERE seq = 5`);
    expect(await undone(5, changed)).toEqual([{ seq: 5, problem: 'hash' }]);
    const removed = () => source.query('DELETE FROM audit_entries WHERE seq = 6');
    expect(await undone(6, removed)).toEqual([{ seq: 6, problem: 'missing' }]);
    const swapped = async () => {
      for (const [from, to] of [
        [8, -1],
        [9, 8],
        [-1, 9],
      ])
        // prettier-ignore
        await source.query(`UPDATE audit_entries SET seq = ${to} WHERE seq = ${from}`);
    };
    expect((await undone(8, swapped)).map(({ seq }) => seq)).toEqual(expect.arrayContaining([8, 9]));
    expect(await chain()).toMatchObject({ broken: [] });
  });
});
