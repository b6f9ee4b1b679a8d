import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../app.setup.js';
import { ApiToken } from '../auth/api-token.entity.js';
import { type Role } from '../common/actor.js';
import { newId, newSecret, sha256 } from '../common/ids.js';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { FirstStart } from '../first-start.js';
import { Membership } from '../people/membership.entity.js';
import { TrainingBody } from '../people/training-body.entity.js';
import { insertAll } from './made/insert-all.js';
import { usersNamed } from './made/people.js';
import { bareServer, ourServer, serve, type Served } from './processes.js';

/** Touchstone with its own database and folders below `folder`, as after its first start. */
export interface Installation {
  folder: string;
  env: Record<string, string>;
  database: string;
}

/** The application in this process, to fill an installation or to look inside. */
export interface Inside {
  app: NestExpressApplication;
  db: Database;
  bodyId: string;
  /** People with these roles and an API token each. */
  people: (roles: Role[], count: number) => Promise<{ id: string; token: string }[]>;
}

export function newInstallation(folder: string): Installation {
  const env = {
    DATA_DIR: join(folder, 'data'),
    UPLOADS_DIR: join(folder, 'uploads'),
    KEY_PASSPHRASE: 'a passphrase of the bench',
  };
  mkdirSync(folder, { recursive: true });
  return { folder, env, database: join(folder, 'data/touchstone.sqlite') };
}

/** Opens the application in this process, for as long as `work` takes. */
export async function inside<T>({ env }: Installation, work: (inside: Inside) => Promise<T>): Promise<T> {
  const app = await createApp(new Config({ ...env, LOG_LEVEL: 'error' }));
  try {
    await app.init();
    await app.get(FirstStart).run();
    const db = app.get(Database);
    const [body] = await db.read.find(TrainingBody, { order: { id: 'ASC' }, take: 1 });
    const bodyId = body!.id;
    return await work({ app, db, bodyId, people: (roles, count) => people(db, bodyId, roles, count) });
  } finally {
    await app.close();
  }
}

/** Our server and the bare one on the same database and disk, both running for as long as `work` takes. */
export async function besideBare<T>(
  { env, folder, database }: Installation,
  work: (ours: Served, bare: Served) => Promise<T>,
): Promise<T> {
  const target = join(folder, 'bare');
  mkdirSync(target, { recursive: true });
  const ours = await serve(ourServer, { env });
  try {
    const bare = await serve(bareServer, { args: (port) => [String(port), target, database] });
    try {
      return await work(ours, bare);
    } finally {
      await bare.stop();
    }
  } finally {
    await ours.stop();
  }
}

async function people(db: Database, bodyId: string, roles: Role[], count: number) {
  const at = new Date().toISOString();
  const ids = await usersNamed(
    db,
    Array.from({ length: count }, (_, index) => `人員${index + 1}`),
  );
  const made = ids.map((id) => ({ id, token: `ts_${newSecret()}` }));
  const common = { createdAt: at, expiresAt: null, revokedAt: null };
  await db.write(async (tx) => {
    const memberships = ids.flatMap((userId) =>
      roles.map((role) => ({ id: newId(), bodyId, userId, role, createdAt: at, endedAt: null })),
    );
    await insertAll(tx, Membership, memberships);
    const tokens = made.map(({ id, token }) => {
      return { id: newId(), userId: id, secretHash: sha256(token), name: 'bench', ...common };
    });
    await insertAll(tx, ApiToken, tokens);
  });
  return made;
}
