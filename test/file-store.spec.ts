import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Config } from '../src/config.js';
import { abandonedAgeMs } from '../src/files/file-store.js';
import { LocalFileStore } from '../src/files/local-file-store.js';

describe('the store of files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-store-'));
  const store = new LocalFileStore(new Config({ UPLOADS_DIR: folder }));
  afterAll(() => rmSync(folder, { recursive: true }));

  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const staging = () => readdirSync(join(folder, 'staging'));
  const stage = (text: string) => store.stage(Readable.from([Buffer.from(text)]), { maxBytes: 1000 });
  const age = (path: string, hours: number) => {
    const then = Date.now() / 1000 - hours * 3600;
    utimesSync(path, then, then);
  };
  /** Kept long ago. */
  const old = async (text: string): Promise<string> => {
    const { sha256 } = await store.put(Readable.from([Buffer.from(text)]), { maxBytes: 1000 });
    age(pathOf(sha256), 48);
    return sha256;
  };
  const untouchedForADay = (touchedAt: Date) => Promise.resolve(Date.now() - touchedAt.getTime() >= abandonedAgeMs);

  it('counts a file as new from when it is kept, however long the others of its upload took', async () => {
    const staged = await stage('first of many');
    age(staged.temporaryPath, 5);
    await store.keep([staged]);
    expect(Date.now() - statSync(pathOf(staged.sha256)).mtimeMs).toBeLessThan(60_000);
  });

  it('sweeps what is staged only once nobody has touched it for a day', async () => {
    const [waiting, abandoned] = [await stage('waits for the next file'), await stage('abandoned')];
    age(waiting.temporaryPath, 23);
    age(abandoned.temporaryPath, 25);
    expect(await store.sweepStaged(abandonedAgeMs)).toBe(1);
    expect([waiting, abandoned].map(({ temporaryPath }) => existsSync(temporaryPath))).toEqual([true, false]);
    await store.discard([waiting]);
  });

  it('removes what is unused, and nothing that came lately', async () => {
    const sha256 = await old('unused');
    const { sha256: young } = await store.put(Readable.from([Buffer.from('young')]), { maxBytes: 1000 });
    expect(await store.removeUnused(sha256, untouchedForADay)).toBe(true);
    expect(await store.removeUnused(sha256, untouchedForADay)).toBe(false);
    expect(await store.removeUnused(young, untouchedForADay)).toBe(false);
    expect([sha256, young].map((hash) => existsSync(pathOf(hash)))).toEqual([false, true]);
  });

  it('keeps a file whose bytes arrive again in the very moment of its removal', async () => {
    const sha256 = await old('again');
    const again = await stage('again');
    let asked = 0;
    const unused = async (touchedAt: Date): Promise<boolean> => {
      asked += 1;
      const answer = await untouchedForADay(touchedAt);
      if (asked === 1) await store.keep([again]);
      return answer;
    };
    expect(await store.removeUnused(sha256, unused)).toBe(false);
    expect(asked).toBe(2);
    expect(readFileSync(pathOf(sha256), 'utf8')).toBe('again');
    expect(staging()).toEqual([]);
  });

  it.each([
    ['a row speaks of after all', () => Promise.resolve(false)],
    ['nobody can ask about any more', () => Promise.reject(new Error('the database is gone'))],
  ])('puts a file back that %s', async (_, second) => {
    const sha256 = await old('spoken of');
    let asked = 0;
    await store.removeUnused(sha256, () => (asked++ ? second() : Promise.resolve(true))).catch(() => undefined);
    expect(readFileSync(pathOf(sha256), 'utf8')).toBe('spoken of');
    expect(staging()).toEqual([]);
  });

  it('puts a file back that a crash left aside, at the next sweep and whatever its age', async () => {
    const sha256 = await old('left aside');
    renameSync(pathOf(sha256), join(folder, 'staging', `${sha256}.aside`));
    await store.sweepStaged(abandonedAgeMs);
    expect(readFileSync(pathOf(sha256), 'utf8')).toBe('left aside');
    expect(staging()).toEqual([]);
  });

  it('lets many sweep the same file at once, and it is removed by one', async () => {
    const sha256 = await old('contested');
    const sweeps = Array.from({ length: 8 }, () => store.removeUnused(sha256, untouchedForADay));
    expect((await Promise.all(sweeps)).filter(Boolean)).toHaveLength(1);
    expect(existsSync(pathOf(sha256))).toBe(false);
  });
});
