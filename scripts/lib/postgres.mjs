import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const database = 'touchstone_test';

/**
 * A throw-away PostgreSQL server on a free port of 127.0.0.1, with the empty database `touchstone_test` and a superuser
 * who may make more. It does not sync to disk, and it ends with this process, however that dies.
 * Throws an Error fit to be shown.
 * @returns {Promise<{ url: string, version: string, stop: () => Promise<void> }>}
 */
export async function startPostgres() {
  const bin = findPostgres();
  if (!bin) throw new Error(howToInstall);
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-postgres-'));
  try {
    return await serve(bin, folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start: ${(error.stderr || error.message).trim()}`);
  }
}

async function serve(bin, folder) {
  const identity = { cwd: folder, ...unprivilegedUser() };
  const password = randomBytes(16).toString('hex');
  makeCluster(bin, folder, identity, password);
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 200 };
  for (const durability of ['fsync', 'synchronous_commit', 'full_page_writes']) settings[durability] = 'off';
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // The keeper is in a session of its own, out of reach of Ctrl-C, and sees the end of this process as the end of its input.
  const command = ['-c', keeperScript, 'sh', folder, join(bin, 'postgres'), '-D', 'data', ...options];
  const keeper = spawn('/bin/sh', command, { ...identity, detached: true, stdio: ['pipe', 'pipe', 'ignore'] });
  const died = new Promise((_, reject) => keeper.stdout.once('data', () => reject(new Error('the server ended'))));
  const gone = new Promise((resolve, reject) => keeper.on('exit', resolve).on('error', reject));
  const stop = async () => {
    died.catch(() => {});
    keeper.stdin.end();
    await gone;
  };

  const url = `postgres://touchstone:${password}@127.0.0.1:${port}/`;
  try {
    const version = await Promise.race([createDatabase(url), died, gone]);
    died.catch(() => {});
    return { url: url + database, version, stop };
  } catch (error) {
    const log = readFileSync(join(folder, 'log'), 'utf8').trim().split('\n').slice(-10).join('\n');
    await stop();
    throw new Error(`${error.message}\n${log}`);
  }
}

function makeCluster(bin, folder, identity, password) {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity.uid !== undefined)
    for (const path of [folder, passwordFile]) chownSync(path, identity.uid, identity.gid);
  const options = '-D data -U touchstone -A scram-sha-256 --pwfile=password -E UTF8 --no-locale -N'.split(' ');
  execFileSync(join(bin, 'initdb'), options, { ...identity, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
}

/** Runs the server until the server ends (said on stdout) or stdin does; removes the folder when stdin has ended. */
const keeperScript = `
  folder=$1; shift
  trap '' PIPE
  exec 3<&0
  "$@" >"$folder/log" 2>&1 & server=$!
  (cat <&3 >/dev/null; kill -INT $server 2>/dev/null) &
  wait $server
  echo ended
  cat <&3 >/dev/null
  rm -rf "$folder"
`;

/** The server's version, once it answers. */
async function createDatabase(url) {
  const { default: pg } = await import('pg');
  for (const giveUp = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const client = new pg.Client({ connectionString: `${url}postgres` });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(`CREATE DATABASE ${database}`);
      return (await client.query('SHOW server_version')).rows[0].server_version;
    } catch (error) {
      if (Date.now() > giveUp) throw error;
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** The folder that has both `initdb` and `postgres`: from PATH, Debian's place (newest first), or pg_config. */
function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  const complete = (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'));
  return places.find(complete) ?? [configuredPlace()].find((folder) => folder && complete(folder));
}

function configuredPlace() {
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/** PostgreSQL refuses to run as root: then it runs as its own user, or as nobody. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('it cannot run as root, and there is no user "postgres" or "nobody"');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const howToInstall = `PostgreSQL's server (initdb and postgres) was not found in PATH, /usr/lib/postgresql or by pg_config.
Install it with: apt-get install postgresql (Debian, Ubuntu), dnf install postgresql-server (Fedora), brew install postgresql (macOS).`;
