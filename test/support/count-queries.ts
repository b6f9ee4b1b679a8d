import { AsyncLocalStorage } from 'node:async_hooks';
import { type Server } from 'node:http';
import { type EntityManager, type Logger } from 'typeorm';
import { Database } from '../../src/database/database.js';
import { type World } from '../world.js';

/** Tells what was asked for from what the server does by itself meanwhile. */
const asked = new AsyncLocalStorage<true>();

/** How many queries the reading connection answers for `work` and for the requests that it makes. */
export async function countQueries(world: World, work: () => Promise<unknown>): Promise<number> {
  const { dataSource } = world.app.get(Database).read as EntityManager;
  const before = dataSource.logger;
  let count = 0;
  dataSource.logger = { ...silent, logQuery: () => void (count += asked.getStore() ? 1 : 0) };
  const restore = markRequests(world.app.getHttpServer());
  try {
    await asked.run(true, work);
  } finally {
    restore();
    dataSource.logger = before;
  }
  return count;
}

function markRequests(server: Server): () => void {
  const listeners = server.listeners('request') as ((...args: unknown[]) => void)[];
  const marked = listeners.map(
    (listener) =>
      (...args: unknown[]) =>
        asked.run(true, () => listener(...args)),
  );
  const replace = (by: typeof listeners): void => {
    server.removeAllListeners('request');
    for (const listener of by) server.on('request', listener);
  };
  replace(marked);
  return () => replace(listeners);
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
