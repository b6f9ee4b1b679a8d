import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Config } from '../config.js';
import { FileStore, type StoredFile } from '../files/file-store.js';
import { checkIntegrity } from '../integrity/check.js';
import { looking } from '../integrity/open.js';
import { type Benchmark } from './benchmark.js';
import { figure } from './figures.js';
import { type Inside, inside, newInstallation } from './installation.js';
import { assessmentsWith } from './made/assessment.js';
import { qualify } from './made/people.js';
import { documentWith } from './made/unit.js';
import { interleaved, timed } from './measure.js';
import { newBytes } from './multipart.js';

const size = 1024 * 1024;

/** How fast the integrity check reads and holds against the rows what 500 uploads of 1 MB left behind. */
export const fsck: Benchmark = {
  name: 'fsck',
  async run({ folder, effort }) {
    const installation = newInstallation(folder);
    const config = new Config({ ...installation.env, LOG_LEVEL: 'error' });
    const stored = await inside(installation, (world) => fill(world, effort.size(500, 10)));
    const bytes = stored.length * size;
    const rate = async (work: () => Promise<unknown>): Promise<number> => bytes / 1000 / (await timed(work));
    const check = () =>
      looking(config, async (kept) => {
        const { problems, files } = await checkIntegrity(kept);
        if (problems.length > 0 || files.count !== stored.length) throw new Error(JSON.stringify(problems.slice(0, 3)));
      });
    const bare = async (): Promise<void> => {
      for (const { sha256 } of stored) {
        const content = await readFile(join(config.uploadsDir, sha256.slice(0, 2), sha256));
        if (createHash('sha256').update(content).digest('hex') !== sha256) throw new Error(sha256);
      }
    };
    await check();
    const values = await interleaved(effort.rounds, { ours: () => rate(check), bare: () => rate(bare) });
    return [
      figure(`fsck of ${stored.length} files of 1 MB`, 'MB/s', values.ours, {
        of: 'read and hash, one by one',
        rounds: values.bare,
      }),
    ];
  },
};

async function fill({ app, db, bodyId, people }: Inside, count: number): Promise<StoredFile[]> {
  const store = app.get(FileStore);
  const stored: StoredFile[] = [];
  for (let i = 0; i < count; i += 1) {
    stored.push(await store.put(Readable.from([newBytes(size)]), { maxBytes: size }));
  }
  const [lead, candidate] = await people(['assessor', 'candidate'], 2);
  await qualify(db, bodyId, lead!.id);
  const documentId = await documentWith(db);
  const shape = { bodyId, documentId, candidateId: candidate!.id, leadId: lead!.id };
  await assessmentsWith(db, [{ ...shape, items: count, fate: (index) => ({ stored: stored[index]! }) }]);
  return stored;
}
