import { type EntityManager, type Logger } from 'typeorm';
import { Database } from '../../src/database/database.js';
import { type World } from '../world.js';

/** What the queues in the background ask every few seconds. */
const background = /audit_packs|certificate_batches|"certificates"/;

/** How many queries the reading connection answers while `work` runs. */
export async function countQueries(world: World, work: () => Promise<unknown>): Promise<number> {
  const { dataSource } = world.app.get(Database).read as EntityManager;
  const before = dataSource.logger;
  let count = 0;
  dataSource.logger = { ...silent, logQuery: (query) => void (count += background.test(query) ? 0 : 1) };
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
