import { mkdirSync } from 'node:fs';
import { type DataSourceOptions } from 'typeorm';
import { Config } from '../config.js';
import { entities } from './entities.js';
import { migrations } from './migrations/migrations.js';
import { SnakeNames } from './naming.js';

interface SqliteConnection {
  pragma(statement: string): unknown;
}

/** The writing connection. Its migrations run at start. */
export function writeOptions(config: Config): DataSourceOptions {
  const shared = { entities, migrations, migrationsRun: true, namingStrategy: new SnakeNames(), synchronize: false };
  if (config.databaseUrl) {
    return { ...shared, type: 'postgres', url: config.databaseUrl, poolSize: 10, migrationsTransactionMode: 'all' };
  }
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  return {
    ...shared,
    type: 'better-sqlite3',
    database: config.sqliteFile,
    prepareDatabase: (connection: SqliteConnection) => {
      connection.pragma('journal_mode = WAL');
      // better-sqlite3 is compiled to fall back to NORMAL in WAL mode, which loses acknowledged commits in a power cut.
      connection.pragma('synchronous = FULL');
      connection.pragma('busy_timeout = 5000');
    },
  };
}

/** The reading connection to the embedded database: it cannot write, whatever is asked of it. */
export function readOptions(config: Config): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    database: config.sqliteFile,
    readonly: true,
    entities,
    namingStrategy: new SnakeNames(),
    prepareDatabase: (connection: SqliteConnection) => {
      connection.pragma('busy_timeout = 5000');
    },
  };
}
