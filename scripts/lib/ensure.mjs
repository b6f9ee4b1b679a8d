import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const minimumNode = [20, 19];
const platform = `${process.platform}-${process.arch}-${process.versions.modules}`;
const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const installStamp = join(modules, '.touchstone-installed.json');
const dist = join(root, 'dist');
/** In dist, because `npm ci` empties node_modules and git ignores both. */
const busy = join(dist, '.lock');

/** Installs the packages of package-lock.json unless they are there. Throws an Error fit to be shown. */
export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  await withLock(busy, async () => {
    if (isInstalled()) return;
    say('Installing packages with npm ci; the first time takes a minute or two.');
    // Building needs the development packages; the level is for errors to show under `npm run -s` too.
    await run('npm ci', [...npm(), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    writeInstallStamp();
  });
}

/**
 * Compiles src into dist, and web into dist/web unless only the server is needed, where that was not done from the same
 * inputs. Throws an Error fit to be shown.
 */
export async function ensureBuilt({ web = true } = {}) {
  for (const product of web ? [serverProduct, webProduct] : [serverProduct]) {
    if (isBuilt(product)) continue;
    await withLock(busy, async () => {
      if (isBuilt(product)) return;
      const { hash } = product.inputs();
      say(product.saying);
      rmSync(product.stamp, { force: true }); // a failed build leaves none
      await product.build();
      writeFileSync(product.stamp, hash);
    });
  }
}

/** Ends the process with the error's message and status 1. */
export function abort(error) {
  say(error.message);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > minimumNode[0] || (major === minimumNode[0] && minor >= minimumNode[1])) return;
  throw new Error(`Touchstone needs Node ${minimumNode.join('.')} or newer; this is ${process.versions.node}.`);
}

function isInstalled() {
  const stamp = readJson(installStamp);
  if (!stamp) return adoptInstall();
  if (stamp.platform !== platform) return false; // native modules were built for another Node
  return stamp.lock === sha256(lockFile) || adoptInstall();
}

/** Recognises packages that a developer's own `npm install` has brought to the state of package-lock.json. */
function adoptInstall() {
  const present = readJson(join(modules, '.package-lock.json'))?.packages;
  if (!present) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const same = (path) =>
    wanted[path]?.version === present[path].version && wanted[path].integrity === present[path].integrity;
  const accounted = (path) => path === '' || path in present || wanted[path].optional || wanted[path].devOptional;
  if (!Object.keys(present).every(same) || !Object.keys(wanted).every(accounted)) return false;
  writeInstallStamp();
  return true;
}

function writeInstallStamp() {
  writeFileSync(installStamp, JSON.stringify({ lock: sha256(lockFile), platform }));
}

const serverProduct = {
  saying: 'Building.',
  stamp: join(dist, '.built'),
  /** What the build reads, as one hash, and the files it writes, as paths in dist. */
  inputs() {
    const sources = filesIn(join(root, 'src')).filter((file) => !file.endsWith('.spec.ts'));
    const files = [...sources.map((source) => `src/${source}`), 'tsconfig.json', 'nest-cli.json', 'package-lock.json'];
    const compiled = sources.filter((source) => /(?<!\.d)\.ts$/.test(source));
    return { hash: hashOf(files), outputs: new Set(compiled.map((source) => source.replace(/ts$/, 'js'))) };
  },
  async build() {
    // Without its memory of the last build the compiler writes every file.
    rmSync(join(dist, '.tsbuildinfo'), { force: true });
    await run('The build', [process.execPath, join(modules, '@nestjs/cli/bin/nest.js'), 'build']);
    removeStale(this.inputs().outputs);
  },
};

const webProduct = {
  saying: 'Building the web application.',
  stamp: join(dist, 'web/.built'),
  inputs() {
    const files = filesIn(join(root, 'web')).filter((file) => file !== 'src/api/schema.gen.ts');
    const read = [...files.map((file) => `web/${file}`), 'openapi.json', 'package-lock.json'];
    return { hash: hashOf(read), outputs: new Set(['web/index.html', '../web/src/api/schema.gen.ts']) };
  },
  async build() {
    const types = [join(modules, 'openapi-typescript/bin/cli.js'), 'openapi.json', '-o', 'web/src/api/schema.gen.ts'];
    await run('Reading the types from openapi.json', [process.execPath, ...types]);
    const vite = [join(modules, 'vite/bin/vite.js'), 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'];
    await run('The build of the web application', [process.execPath, ...vite]);
  },
};

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function isBuilt({ stamp, inputs }) {
  const { hash, outputs } = inputs();
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) return false;
  return [...outputs].every((file) => existsSync(join(dist, file)));
}

/** What of dist has no source any more goes; the web application looks after its own folder. */
function removeStale(outputs) {
  for (const file of filesIn(dist)) {
    if (basename(file).startsWith('.') || file.startsWith('web/')) continue;
    if (!outputs.has(file.replace(/\.map$|\.d\.ts$/, (end) => (end === '.map' ? '' : '.js')))) rmSync(join(dist, file));
  }
}

/** Paths below `folder`, with forward slashes, in a fixed order. */
function filesIn(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(folder, `${prefix}${entry.name}/`) : `${prefix}${entry.name}`));
}

/** The npm that runs this script, else the one in PATH. */
function npm() {
  const current = process.env.npm_execpath;
  return current && basename(current) === 'npm-cli.js' ? [process.execPath, current] : ['npm'];
}

/** Runs a command in the project's folder with all its output on stderr. */
function run(name, [command, ...args]) {
  return new Promise((resolve, reject) => {
    const onWindows = process.platform === 'win32';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: onWindows && command === 'npm' });
    child.on('error', (error) => reject(new Error(`${name} could not start: ${error.message}`)));
    child.on('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${name} failed (${signal ?? code}).`)),
    );
  });
}

function say(message) {
  process.stderr.write(`${message}\n`);
}

function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
