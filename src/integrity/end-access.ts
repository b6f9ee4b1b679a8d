import { DataSource, type DataSourceOptions, IsNull } from 'typeorm';
import { ApiToken } from '../auth/api-token.entity.js';
import { Session } from '../auth/session.entity.js';
import { audit } from '../audit/audit.js';
import { systemActor } from '../common/actor.js';
import { type Config } from '../config.js';
import { Database } from '../database/database.js';
import { type Manifest } from './manifest.js';
import { restoredAction } from './sweep.js';

export interface EndedAccess {
  sessions: number;
  apiTokens: number;
}

/**
 * Revokes every open session and API token of a database that a backup brings back, and says so in its log: the backup
 * cannot know which of them were revoked after it was made.
 */
export async function endAccessOfAll(
  options: DataSourceOptions,
  config: Config,
  { madeAt, database }: Manifest,
  now: Date,
): Promise<EndedAccess> {
  const source = await new DataSource(options).initialize();
  try {
    return await new Database(source, config).write(async (tx) => {
      const at = now.toISOString();
      const open = { revokedAt: IsNull() };
      const ended = { sessions: await tx.countBy(Session, open), apiTokens: await tx.countBy(ApiToken, open) };
      await tx.update(Session, open, { revokedAt: at });
      await tx.update(ApiToken, open, { revokedAt: at });
      // A backup has no bytes of unfinished uploads.
      await tx.sql`DELETE FROM uploads`;
      const entry = { at, action: restoredAction, subjectId: database.sha256, data: { madeAt, ...ended } };
      await audit(tx, systemActor, entry);
      return ended;
    });
  } finally {
    await source.destroy();
  }
}
