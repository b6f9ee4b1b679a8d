import { type EntityManager, type Logger } from 'typeorm';
import { Database } from '../../src/database/database.js';
import { type World } from '../world.js';

/** How many queries the reading connection answers while `work` runs; the packer's, which asks every few seconds, apart. */
export async function countQueries(world: World, work: () => Promise<unknown>): Promise<number> {
  const { dataSource } = world.app.get(Database).read as EntityManager;
  const before = dataSource.logger;
  let count = 0;
  dataSource.logger = { ...silent, logQuery: (query) => void (count += query.includes('audit_packs') ? 0 : 1) };
  try {
    await work();
  } finally {
    dataSource.logger = before;
  }
  return count;
}

const nothing = () => undefined;
const silent: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
