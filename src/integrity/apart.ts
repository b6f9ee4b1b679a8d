import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { type Config } from '../config.js';
import { ignoring } from '../files/durable.js';
import { Refused } from './refused.js';

/**
 * Throws `Refused` unless a backup in `folder` would lie apart from all that it is made of: what it writes to must not
 * be, hold or lie in the installation's own folders, by whatever links it is reached.
 */
export async function requireApart(folder: string, { dataDir, uploadsDir, keysDir }: Config): Promise<void> {
  const live = await Promise.all([dataDir, uploadsDir, keysDir].map(realPath));
  const written = await Promise.all([join(folder, 'uploads'), join(folder, 'keys')].map(realPath));
  const own = await realPath(folder);
  for (const kept of live) {
    const meets = isInside(own, kept) || written.some((path) => isInside(path, kept) || isInside(kept, path));
    if (meets) throw new Refused('backup_inside', { folder, kept });
  }
}

function isInside(path: string, parent: string): boolean {
  const way = relative(parent, path);
  return way !== '..' && !way.startsWith('../') && !isAbsolute(way);
}

/** Where a path leads once every link is followed; what of it does not exist yet is taken by its word. */
async function realPath(path: string): Promise<string> {
  const real = await realpath(path).catch(ignoring('ENOENT'));
  if (real) return real;
  const parent = dirname(resolve(path));
  return parent === resolve(path) ? parent : join(await realPath(parent), basename(path));
}
