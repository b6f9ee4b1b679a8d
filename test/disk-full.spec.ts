import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { Throttle } from '../src/auth/throttle.entity.js';
import { Config } from '../src/config.js';
import { Database } from '../src/database/database.js';
import { FileStore, type StagedFile, type StageLimits } from '../src/files/file-store.js';
import { LocalFileStore } from '../src/files/local-file-store.js';
import { checkIntegrity } from '../src/integrity/check.js';
import { looking } from '../src/integrity/open.js';
import { enrolled } from './factories/enrolled.js';
import { type Persona, World } from './world.js';

const noSpace = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

/** A disk that is full whenever the test says so. */
class FillingStore extends LocalFileStore {
  full: 'no' | 'while writing' | 'while naming' = 'no';
  override async stage(source: Readable, limits: StageLimits): Promise<StagedFile> {
    return super.stage(this.full === 'while writing' ? Readable.from(cut(source, 100_000)) : source, limits);
  }
  override async keep(staged: readonly StagedFile[]): Promise<void> {
    if (this.full === 'while naming') throw noSpace();
    return super.keep(staged);
  }
}

async function* cut(source: Readable, after: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > after) throw noSpace();
    yield chunk;
  }
}

describe('a full disk', () => {
  let world: World;
  let store: FillingStore;
  let candidate: Persona;
  let assessmentId: string;
  const kept: { id: string; fileId: string; sha256: string }[] = [];

  beforeAll(async () => {
    world = new World();
    store = new FillingStore(new Config({ UPLOADS_DIR: join(world.folder, 'uploads') }));
    await world.start({ override: [[FileStore, store]] });
    ({ candidate, assessmentId } = await enrolled(world));
  });
  afterAll(() => world?.close());

  const handIn = (text: string) =>
    candidate
      .upload(`/assessments/${assessmentId}/evidence`)
      .field('title', text.slice(0, 20))
      .attach('files', Buffer.from(text), 'a.txt');

  /** What is acknowledged stays so to the end of the suite. */
  const accept = async (text: string): Promise<void> => {
    const { body } = await handIn(text).expect(201);
    kept.push({ id: body.id, fileId: body.files[0].id, sha256: body.files[0].sha256 });
  };

  const everythingIsThere = async (): Promise<void> => {
    const { body } = await candidate.get(`/assessments/${assessmentId}/evidence?limit=200`).expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(kept.map(({ id }) => id));
    for (const { id, fileId, sha256 } of kept) {
      const got = await candidate.get(`/evidence/${id}/files/${fileId}/content`).buffer(true).expect(200);
      expect(createHash('sha256').update(got.text).digest('hex')).toBe(sha256);
    }
    expect((await looking(world.config, checkIntegrity)).problems).toEqual([]);
    expect(readdirSync(join(world.folder, 'uploads/staging'))).toEqual([]);
  };

  it.each(['while writing', 'while naming'] as const)('under the files %s: 507, nothing lost', async (when) => {
    await accept(`before ${when} `.repeat(30_000));
    store.full = when;
    const { body } = await handIn('too much '.repeat(40_000)).expect(507);
    expect(body.code).toBe('storage_full');
    await everythingIsThere();
    store.full = 'no';
    await accept(`after ${when} `.repeat(30_000));
    await everythingIsThere();
  });

  const onSqlite = process.env.TEST_DATABASE_URL ? it.skip : it;

  onSqlite('under the database: 507, nothing lost, and every later write is durable by itself', async () => {
    const source = world.app.get(DataSource);
    const pragma = async (text: string): Promise<number> => Object.values<number>((await source.query(text))[0])[0]!;
    await accept('before the database was full');
    await pragma(`PRAGMA max_page_count = ${await pragma('PRAGMA page_count')}`);
    const statement = '字'.repeat(10_000);
    for (let i = 0; i < 5; i += 1) {
      const input = { title: '長篇自述', statement };
      const { body } = await candidate.post(`/assessments/${assessmentId}/evidence`, input).expect(507);
      expect(body.code).toBe('storage_full');
    }
    await everythingIsThere();
    await pragma('PRAGMA max_page_count = 1073741823');
    await accept('after the database was full');
    // A full disk makes SQLite end the transaction by itself. Whoever has not noticed only rolls back to a savepoint
    // the next time a write fails, and then commits nothing any more.
    const failing = world.app.get(Database).write(async (tx) => {
      await tx.insert(Throttle, { key: 'rolled back', failures: 1, windowEndsAt: '' });
      throw new Error('a rule was broken');
    });
    await expect(failing).rejects.toThrow('a rule was broken');
    await accept('last');
    await everythingIsThere();
    await world.stop();
    await world.start({ override: [[FileStore, store]] });
    const rows = await world.app.get(DataSource).query('SELECT id FROM evidence_items ORDER BY number');
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(kept.map(({ id }) => id));
  });
});
