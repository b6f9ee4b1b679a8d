import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/errors.js';
import { Config } from '../config.js';
import { ignoring, syncFolder } from '../files/durable.js';
import { abandonedAgeMs } from '../files/file-store.js';
import { type Part } from './upload.entity.js';

/** So much is lost at most, of a request that goes on for hours, when the server dies in it. */
const partBytes = 32 * 1024 * 1024;

/**
 * The bytes of unfinished uploads, in `partial/` beside the store. Every request writes files of its own, which nobody
 * ever changes again, so that a request that hangs cannot spoil what a later one has written.
 */
@Injectable()
export class PartialFiles {
  private readonly folder: string;
  private prepared: Promise<void> | null = null;

  constructor(private readonly config: Config) {
    this.folder = join(config.uploadsDir, 'partial');
  }

  /**
   * Writes what arrives, at most `limit` bytes, and hands it over part by part once each is synced. When the line breaks
   * or the disk is full, what came before is still handed over, and only then is the reason thrown.
   */
  async *receive(uploadId: string, source: Readable, limit: number): AsyncGenerator<Part> {
    await this.prepare();
    let left = limit;
    let part: OpenPart | null = null;
    let broken: { reason: unknown } | null = null;
    const chunks = source.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]();
    const next = async (): Promise<Buffer | null> => {
      const { done, value } = (await chunks.next()) as IteratorResult<Buffer, undefined>;
      return done ? null : value;
    };
    for (;;) {
      try {
        const chunk = await next();
        if (!chunk) break;
        if (chunk.length > left) throw new DomainError('too_large', { limit });
        part ??= await this.begin(uploadId);
        await part.handle.appendFile(chunk);
        part.size += chunk.length;
        left -= chunk.length;
      } catch (reason) {
        broken = { reason };
        break;
      }
      if (part.size < partBytes) continue;
      const whole = await this.end(part);
      part = null;
      yield whole;
    }
    if (part) {
      const whole = await this.end(part);
      if (whole.size > 0) yield whole;
      else await this.remove([whole]);
    }
    if (broken) throw broken.reason;
  }

  /** All bytes in their order. */
  open(parts: readonly Part[]): Readable {
    const path = (part: Part): string => join(this.folder, part.name);
    async function* bytes(): AsyncGenerator<Buffer> {
      for (const part of parts) yield* createReadStream(path(part), { highWaterMark: 256 * 1024 });
    }
    return Readable.from(bytes());
  }

  async remove(parts: readonly Part[]): Promise<void> {
    await Promise.all(parts.map(({ name }) => rm(join(this.folder, name), { force: true })));
  }

  /** Removes what belongs to none of these uploads; only what is old, as a part is there before its row says so. */
  async sweep(live: ReadonlySet<string>): Promise<void> {
    for (const name of (await readdir(this.folder).catch(ignoring('ENOENT'))) ?? []) {
      if (live.has(name.split('.')[0]!)) continue;
      const found = await stat(join(this.folder, name)).catch(ignoring('ENOENT'));
      if (found && Date.now() - found.mtimeMs >= abandonedAgeMs) await this.remove([{ name, size: 0 }]);
    }
  }

  /** Makes the folder once, and its name as durable as what will lie in it. */
  private prepare(): Promise<void> {
    this.prepared ??= mkdir(this.folder, { recursive: true, mode: 0o700 })
      .then(() => syncFolder(this.config.uploadsDir))
      .catch((error: unknown) => {
        this.prepared = null;
        throw error;
      });
    return this.prepared;
  }

  private async begin(uploadId: string): Promise<OpenPart> {
    const name = `${uploadId}.${randomUUID()}`;
    return { name, size: 0, handle: await open(join(this.folder, name), 'wx', 0o600) };
  }

  private async end({ name, size, handle }: OpenPart): Promise<Part> {
    try {
      // A write that failed half-way leaves more than was counted.
      await handle.truncate(size);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await syncFolder(this.folder);
    return { name, size };
  }
}

interface OpenPart extends Part {
  handle: FileHandle;
}
