import { access } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { type Config } from '../config.js';
import { readOptions } from '../database/data-source.js';
import { LocalFileStore } from '../files/local-file-store.js';
import { keyStoreFor } from '../signing/key-store-for.js';
import { type Kept } from './check.js';

/** Runs `work` on what the configured installation keeps, read only, whether its server runs or not. */
export async function looking<T>(config: Config, work: (kept: Kept) => Promise<T>): Promise<T> {
  if (!config.databaseUrl) await access(config.sqliteFile); // the driver would make its folder
  const source = await new DataSource(readOptions(config)).initialize();
  try {
    return await work({
      reader: source.manager,
      dialect: config.databaseUrl ? 'postgres' : 'sqlite',
      store: new LocalFileStore(config),
      keys: keyStoreFor(config),
    });
  } finally {
    await source.destroy();
  }
}
