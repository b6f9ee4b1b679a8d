/**
 * `npm test`: every suite on SQLite; with `--postgres` those that use a database, on a PostgreSQL server that lives as
 * long as the run; with `--browser` those that use the web application in a real browser.
 * All other arguments go to jest: `npm test -- src/sufficiency --watch`.
 */
import { spawn } from 'node:child_process';
import { constants, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './lib/browser.mjs';
import { abort, ensureBuilt, ensureInstalled, root } from './lib/ensure.mjs';

/**
 * What says nothing new on PostgreSQL: pages, pure functions, scripts, commands and files, keys and signatures, who may
 * ask, and servers that are killed over work that they find in rows anyway.
 */
const onSqliteOnly = [
  '/src/',
  '/test/browser/',
  '/test/scripts/',
  '/test/(access|architecture|bench|demo|demo-installation|disk-full|every-rule|file-store|hostile|inspector|openapi|templates|trust-bundle).spec',
  '/test/(audit-pack-crash|brought-seal|certificate-crash|durability|independent-tools|keys|offline-credentials|public-check|signing).spec',
];

const noBrowser =
  'These tests need Chromium or Chrome. Install one (Debian and Ubuntu: apt-get install chromium; macOS: brew install ' +
  '--cask chromium), or name it: TEST_BROWSER=/path/to/chrome npm run test:browser';

const kinds = ['--postgres', '--browser'];
const args = process.argv.slice(2).filter((arg) => !kinds.includes(arg));
const onPostgres = process.argv.includes('--postgres');
const inBrowser = process.argv.includes('--browser');

await ensureInstalled().catch(abort);
const env = { ...process.env, NODE_OPTIONS: nodeOptions() };
delete env.DATABASE_URL; // no test may reach a database that someone uses
delete env.TEST_DATABASE_URL;
if (inBrowser) {
  await ensureBuilt().catch(abort);
  env.TEST_BROWSER = findBrowser() ?? abort(new Error(noBrowser));
}

let jest;
let interruption;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interruption = signal;
    jest?.kill(signal);
  });
}

if (onPostgres) {
  const { startPostgres } = await import('./lib/postgres.mjs');
  const server = await startPostgres().catch(abort);
  process.stderr.write(`Testing on PostgreSQL ${server.version}.\n`);
  env.TEST_DATABASE_URL = server.url;
  process.exitCode = await runJest().finally(server.stop);
} else {
  process.exitCode = await runJest();
}

/** The exit status of jest, or of the signal that ended the run. */
function runJest() {
  return new Promise((resolve, reject) => {
    if (interruption) return resolve(128 + constants.signals[interruption]);
    jest = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...workers(), ...suites(), ...args], {
      cwd: root,
      env,
      stdio: 'inherit',
    });
    jest.on('error', reject);
    jest.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

function suites() {
  const named = args.some((arg) => !arg.startsWith('-'));
  if (inBrowser && !named) return ['test/browser'];
  return onPostgres && !named ? onSqliteOnly.flatMap((path) => ['--testPathIgnorePatterns', path]) : [];
}

/**
 * One worker a core but one, on small machines one more than there are: suites that kill servers mostly wait. Each may
 * need 1.5 GB. Jest's own options win.
 */
function workers() {
  if (args.some((arg) => /^(--maxWorkers\b|-w|--runInBand\b|-i$)/.test(arg))) return [];
  const cores = cpus().length;
  return [`--maxWorkers=${Math.max(1, Math.min(cores > 2 ? cores - 1 : cores + 1, Math.floor(totalmem() / 1.5e9)))}`];
}

/** Compiles TypeScript as it is imported. */
function nodeOptions() {
  const options =
    '--import @swc-node/register/esm-register --enable-source-maps --disable-warning=ExperimentalWarning --max-semi-space-size=64';
  return `${process.env.NODE_OPTIONS ?? ''} ${options}`.trim();
}
