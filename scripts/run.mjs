/**
 * `node scripts/run.mjs NAME args…`: installs and builds what is missing, then calls `main(args)` of src/cli/NAME.ts.
 * `main` may return (a promise of) the exit status. Nothing but `main` writes to stdout.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { abort, ensureBuilt, ensureInstalled, root } from './lib/ensure.mjs';

const [name = '', ...args] = process.argv.slice(2);
await ensureInstalled()
  .then(() => ensureBuilt({ web: process.argv[2] === 'bench' })) // of the commands, only this looks at pages
  .catch(abort);

const folder = join(root, 'dist/cli');
const file = join(folder, `${name}.js`);
if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(file)) {
  const names = existsSync(folder)
    ? readdirSync(folder).flatMap((entry) => entry.match(/^([a-z-]+)\.js$/)?.[1] ?? [])
    : [];
  abort(new Error(`There is no command "${name}". Commands: ${names.join(', ') || 'none yet'}.`));
}

// npm moves to the project's folder; the paths that people type are meant from where they stand.
if (process.env.INIT_CWD && relative(process.cwd(), root) === '') process.chdir(process.env.INIT_CWD);
// The reader of a pipe may leave early, as `head` does.
process.stdout.on('error', (error) => (error.code === 'EPIPE' ? process.exit() : abort(error)));

const { main } = await import(pathToFileURL(file).href);
try {
  process.exitCode = (await main(args)) ?? process.exitCode;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
