import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/errors.js';
import { Config } from '../config.js';
import { ignoring, syncFolder } from './durable.js';
import { FileStore, shards, type StagedFile, type StageLimits } from './file-store.js';
import { sniffMediaType, sniffedBytes } from './media-type.js';

const writeBuffer = 1024 * 1024;

/**
 * The store in a folder: `<aa>/<sha256>`, where aa are the hash's first two digits, and `staging/` for what is on its way.
 * Order is everything: bytes synced, then the name, then the folder synced, and only then may a row be written.
 */
@Injectable()
export class LocalFileStore extends FileStore {
  private readonly staging: string;
  private prepared: Promise<void> | null = null;

  constructor(private readonly config: Config) {
    super();
    this.staging = join(config.uploadsDir, 'staging');
  }

  async stage(source: Readable, limits: StageLimits): Promise<StagedFile> {
    await this.prepare();
    const temporaryPath = join(this.staging, randomUUID());
    try {
      return { ...(await receive(source, temporaryPath, limits)), temporaryPath };
    } catch (error) {
      source.destroy();
      await rm(temporaryPath, { force: true });
      throw error;
    }
  }

  async keep(staged: readonly StagedFile[]): Promise<void> {
    const folders = new Set<string>();
    for (const { temporaryPath, sha256 } of staged) {
      // From now on it waits for its row: no sweep may take it for an old one.
      const now = new Date();
      await utimes(temporaryPath, now, now);
      await rename(temporaryPath, this.path(sha256));
      folders.add(this.folder(sha256));
    }
    await Promise.all([...folders].map(syncFolder));
  }

  async discard(staged: readonly StagedFile[]): Promise<void> {
    await Promise.all(staged.map(({ temporaryPath }) => rm(temporaryPath, { force: true })));
  }

  async size(sha256: string): Promise<number | null> {
    const found = await stat(this.path(sha256)).catch(ignoring('ENOENT'));
    return found?.isFile() ? found.size : null;
  }

  open(sha256: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.path(sha256), { ...range, highWaterMark: 256 * 1024 });
  }

  async hashes(shard: string): Promise<string[]> {
    await this.prepare();
    const names = await readdir(join(this.config.uploadsDir, shard));
    return names.filter((name) => /^[0-9a-f]{64}$/.test(name)).sort();
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
    await syncFolder(this.folder(sha256));
  }

  async removeUnused(sha256: string, unused: (touchedAt: Date) => Promise<boolean>): Promise<boolean> {
    await this.prepare();
    const isUnused = async (path: string): Promise<boolean> => {
      const found = await stat(path).catch(ignoring('ENOENT'));
      return found !== undefined && unused(found.mtime);
    };
    if (!(await isUnused(this.path(sha256)))) return false;
    // A name cannot be removed on the condition that it is still the old file; but it can be taken away, and looked at.
    const aside = `${sha256}.${randomUUID()}`;
    const taken = await rename(this.path(sha256), join(this.staging, aside)).then(() => true, ignoring('ENOENT'));
    if (!taken) return false;
    let removed = false;
    try {
      removed = await isUnused(join(this.staging, aside));
      if (removed) await rm(join(this.staging, aside), { force: true });
    } finally {
      if (!removed) await this.putBack(aside);
    }
    await syncFolder(this.folder(sha256));
    return removed;
  }

  async sweepStaged(olderThanMs: number): Promise<number> {
    await this.prepare();
    let swept = 0;
    for (const name of await readdir(this.staging)) {
      if (/^[0-9a-f]{64}\./.test(name)) await this.putBack(name);
      else if (await isOlder(join(this.staging, name), olderThanMs)) {
        await rm(join(this.staging, name), { force: true });
        swept += 1;
      }
    }
    return swept;
  }

  /**
   * Gives a file that a removal took aside its name again, unless the same bytes have come meanwhile. A removal that is
   * under way in another instance then finds it gone and removes nothing, or leaves a file for the next sweep.
   */
  private async putBack(aside: string): Promise<void> {
    const sha256 = aside.slice(0, 64);
    const path = join(this.staging, aside);
    await link(path, this.path(sha256)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
    });
    await syncFolder(this.folder(sha256));
    await rm(path, { force: true });
  }

  /** Makes the folders once and syncs them, so that no upload ever has to. */
  private prepare(): Promise<void> {
    this.prepared ??= (async () => {
      await mkdir(this.staging, { recursive: true, mode: 0o700 });
      for (const shard of shards) await mkdir(join(this.config.uploadsDir, shard), { recursive: true, mode: 0o700 });
      await syncFolder(this.config.uploadsDir);
    })().catch((error: unknown) => {
      this.prepared = null;
      throw error;
    });
    return this.prepared;
  }

  private folder(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return join(this.config.uploadsDir, sha256.slice(0, 2));
  }

  private path(sha256: string): string {
    return join(this.folder(sha256), sha256);
  }
}

/** Whether nobody has touched it for so long; false if it is not there. */
async function isOlder(path: string, ms: number): Promise<boolean> {
  const found = await stat(path).catch(ignoring('ENOENT'));
  return found !== undefined && Date.now() - found.mtimeMs >= ms;
}

/** Writes, hashes and sniffs in one pass, and returns once the bytes are synced. */
async function receive(
  source: Readable,
  path: string,
  { maxBytes, accept }: StageLimits,
): Promise<{ sha256: string; size: number; mediaType: string }> {
  const hash = createHash('sha256');
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true, highWaterMark: writeBuffer });
  const closed = new Promise<void>((resolve, reject) => {
    target.once('error', reject).once('close', resolve);
  });
  closed.catch(() => undefined);
  let head: Buffer[] | null = [];
  let size = 0;
  let mediaType = '';
  const sniff = async (): Promise<void> => {
    mediaType = await sniffMediaType(Buffer.concat(head!).subarray(0, sniffedBytes));
    head = null;
    accept?.(mediaType);
  };
  try {
    // Left alone when we break off: destroyed by its iterator, it would report an abortion before we report the reason.
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new DomainError('too_large', { limit: maxBytes });
      hash.update(chunk);
      if (!target.write(chunk)) await Promise.race([once(target, 'drain'), closed]);
      head?.push(chunk);
      if (head && size >= sniffedBytes) await sniff();
    }
    if (head) await sniff();
    target.end();
    await closed;
  } catch (error) {
    target.destroy();
    await closed.catch(() => undefined);
    throw error;
  }
  return { sha256: hash.digest('hex'), size, mediaType };
}
