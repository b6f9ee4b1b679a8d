import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { p50 } from './measure.js';

/** What the figures were measured on. */
export interface Machine {
  date: string;
  /** The commit, with a `+` where files differ from it; null outside a repository. */
  commit: string | null;
  node: string;
  system: string;
  cpu: string;
  cores: number;
  memoryGb: number;
  /** Median of writing and syncing 4 KB in the folder that was measured in. */
  syncMs: number;
}

export async function describeMachine(folder: string): Promise<Machine> {
  return {
    date: new Date().toISOString(),
    commit: await commit(),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    syncMs: await syncLatency(join(folder, 'sync')),
  };
}

async function syncLatency(path: string): Promise<number> {
  const file = await open(path, 'w');
  const block = Buffer.alloc(4096, 1);
  try {
    return await p50(100, async (index) => {
      await file.write(block, 0, block.length, index * block.length);
      await file.datasync();
    });
  } finally {
    await file.close();
    await rm(path);
  }
}

async function commit(): Promise<string | null> {
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', args, { cwd: resolve(import.meta.dirname, '../..') })).stdout.trim();
  try {
    const changed = await git('status', '--porcelain', '--untracked-files=no');
    return `${await git('rev-parse', '--short', 'HEAD')}${changed ? '+' : ''}`;
  } catch {
    return null;
  }
}
