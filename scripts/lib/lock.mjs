import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

const beatMs = 2_000;
const silentMs = 60_000;

/**
 * Runs `work` while holding the lock file at `path`, waiting for another process that holds it. A lock whose process
 * has died on this host, or that has shown no sign of life for a minute (another container), is taken over.
 */
export async function withLock(path, work) {
  const owner = `${process.pid} ${hostname()} ${randomUUID()}`;
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path, owner)) {
    const abandoned = abandonedOwner(path);
    if (abandoned === null) await new Promise((resolve) => setTimeout(resolve, 100));
    else evict(path, abandoned);
  }
  const beat = setInterval(() => ignoringMissing(() => utimesSync(path, new Date(), new Date())), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (ignoringMissing(() => readFileSync(path, 'utf8')) === owner) rmSync(path, { force: true });
  }
}

function take(path, owner) {
  try {
    writeFileSync(path, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The text of a lock that nobody holds any more, or null while it is held (or already gone). */
function abandonedOwner(path) {
  return (
    ignoringMissing(() => {
      const owner = readFileSync(path, 'utf8');
      const [pid, host] = owner.split(' ');
      const silent = Date.now() - statSync(path).mtimeMs > silentMs;
      return silent || (host === hostname() && !isAlive(Number(pid))) ? owner : null;
    }) ?? null
  );
}

/** Moves the lock aside before removing it: of two processes that evict at once, one may catch the other's new lock. */
function evict(path, abandoned) {
  const aside = `${path}.${process.pid}`;
  ignoringMissing(() => {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== abandoned) linkSync(aside, path);
  });
  rmSync(aside, { force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function ignoringMissing(action) {
  try {
    return action();
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
    return undefined;
  }
}
