import { DataSource, type EntityManager, type Logger } from 'typeorm';
import { makeClient } from './client.js';
import { type Inside } from './installation.js';

/** Counts the SQL statements that requests to the application in this process make, sign-in included. */
export interface QueryCounter {
  count(path: string): Promise<number>;
  stop(): void;
}

export async function queryCounter({ app, db }: Inside, token: string): Promise<QueryCounter> {
  let queries = 0;
  const logger: Logger = {
    logQuery: () => (queries += 1),
    logQueryError: () => undefined,
    logQuerySlow: () => undefined,
    logSchemaBuild: () => undefined,
    logMigration: () => undefined,
    log: () => undefined,
  };
  await app.listen(0, '127.0.0.1');
  const client = makeClient(await app.getUrl(), token);
  for (const source of [app.get(DataSource), (db.read as EntityManager).connection]) source.logger = logger;
  return {
    count: async (path) => {
      queries = 0;
      await client.get(path);
      return queries;
    },
    stop: () => client.close(),
  };
}
