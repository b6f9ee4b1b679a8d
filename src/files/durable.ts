import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const copyBuffer = 1024 * 1024;

/** Makes new and changed names of a folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** For `catch`: turns the one expected error of the file system into `undefined`. */
export function ignoring(code: string): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (error.code !== code) throw error;
  };
}

/** Hash and size of bytes that stream by. */
export async function hashOf(bytes: AsyncIterable<unknown>): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}

/**
 * Copies a file: whole under its name, and safe from a power cut, when this returns; absent otherwise.
 * Throws unless it has the hash it should have.
 */
export async function copyDurably(source: string, target: string, sha256: string): Promise<void> {
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    await pipeline(
      createReadStream(source, { highWaterMark: copyBuffer }),
      createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true, highWaterMark: copyBuffer }),
    );
    const copied = await hashOf(createReadStream(temporary));
    if (copied.sha256 !== sha256) throw new Error(`${source} does not have the hash it should have`);
    await rename(temporary, target);
    await syncFolder(dirname(target));
  } finally {
    await rm(temporary, { force: true });
  }
}
