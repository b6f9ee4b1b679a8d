import { mkdirSync } from 'node:fs';
import { type DataSourceOptions } from 'typeorm';
import { type Config } from '../config.js';
import { entities } from './entities.js';
import { migrations } from './migrations/migrations.js';
import { SnakeNames } from './naming.js';

interface SqliteConnection {
  pragma(statement: string): unknown;
}

const shared = { entities, namingStrategy: new SnakeNames(), synchronize: false };

/** The writing connection. On PostgreSQL one connection writes; the others are for migrations at start. */
export function writeOptions(config: Config): DataSourceOptions {
  const writing = { ...shared, migrations };
  if (config.databaseUrl) return { ...writing, type: 'postgres', url: config.databaseUrl, poolSize: 3 };
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  return { ...writing, type: 'better-sqlite3', database: config.sqliteFile, prepareDatabase: prepareWriter };
}

/** Connections of their own for readers: on SQLite they cannot write, and on PostgreSQL no writer keeps them waiting. */
export function readOptions(config: Config): DataSourceOptions {
  if (config.databaseUrl) return { ...shared, type: 'postgres', url: config.databaseUrl, poolSize: 10 };
  return sqliteReadOptions(config.sqliteFile);
}

export function sqliteReadOptions(database: string): DataSourceOptions {
  const file = { database, readonly: true, fileMustExist: true };
  return { ...shared, type: 'better-sqlite3', ...file, prepareDatabase: prepare };
}

function prepareWriter(connection: SqliteConnection): void {
  connection.pragma('journal_mode = WAL');
  prepare(connection);
}

function prepare(connection: SqliteConnection): void {
  // better-sqlite3 is compiled to fall back to NORMAL in WAL mode, which loses acknowledged commits in a power cut.
  connection.pragma('synchronous = FULL');
  connection.pragma('fullfsync = ON'); // macOS keeps a plain fsync in the drive's cache
  connection.pragma('busy_timeout = 5000');
}
