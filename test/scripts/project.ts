import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
  pid: number;
}

/** Stands in for npm: notes the call and lays the tools that package-lock.json asks for. */
const npm = `
  const { appendFileSync, copyFileSync, cpSync, rmSync } = require('node:fs');
  appendFileSync('calls', 'npm ' + process.argv[2] + '\\n');
  process.stdout.write('noise of npm');
  rmSync('node_modules', { recursive: true, force: true });
  cpSync('packages', 'node_modules', { recursive: true });
  copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

/** Stands in for the compiler: sources are JavaScript already; the word \`broken\` in one is a fault. */
const nest = `
  const { appendFileSync, cpSync, readFileSync, readdirSync } = require('node:fs');
  appendFileSync('calls', 'nest ' + process.argv[2] + '\\n');
  process.stdout.write('noise of nest');
  for (const file of readdirSync('src', { recursive: true }).filter((name) => /(?<!\\.spec)\\.ts$/.test(name))) {
    if (readFileSync('src/' + file, 'utf8').includes('broken')) process.exit(2);
    cpSync('src/' + file, 'dist/' + file.replace(/ts$/, 'js'));
  }
`;

/** Stands in for what reads the types of the API. */
const types = `
  const { mkdirSync, writeFileSync } = require('node:fs');
  mkdirSync('web/src/api', { recursive: true });
  writeFileSync('web/src/api/schema.gen.ts', '');
`;

/** Stands in for Vite. */
const vite = `
  const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
  appendFileSync('calls', 'vite ' + process.argv[2] + '\\n');
  if (readFileSync('web/index.html', 'utf8').includes('broken')) process.exit(3);
  mkdirSync('dist/web', { recursive: true });
  writeFileSync('dist/web/index.html', '');
`;

/** A temporary project with the real scripts, and stand-ins for npm and the compiler that note how they are called. */
export function makeProject() {
  const root = mkdtempSync(join(tmpdir(), 'touchstone-scripts-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  cpSync('scripts', join(root, 'scripts'), { recursive: true });
  write('package.json', '{ "type": "module" }');
  write('tsconfig.json', '{}');
  write('nest-cli.json', '{}');
  write('tools/package.json', '{ "type": "commonjs" }');
  write('tools/npm-cli.js', npm);
  write('packages/@nestjs/cli/package.json', '{ "type": "commonjs" }');
  write('packages/@nestjs/cli/bin/nest.js', nest);
  write('packages/openapi-typescript/package.json', '{ "type": "commonjs" }');
  write('packages/openapi-typescript/bin/cli.js', types);
  write('openapi.json', '{}');
  write('packages/vite/package.json', '{ "type": "commonjs" }');
  write('packages/vite/bin/vite.js', vite);
  write('web/index.html', '');
  write('package-lock.json', lockOf('1.0.0'));
  write('src/main.ts', 'console.log(process.pid, ...process.argv.slice(2));');

  return {
    root,
    write,
    remove: (file: string): void => rmSync(join(root, file), { recursive: true, force: true }),
    /** The calls of npm and the compiler since the last time this was asked. */
    calls: (): string[] => {
      const calls = readFileSync(join(root, 'calls'), { encoding: 'utf8', flag: 'a+' });
      rmSync(join(root, 'calls'), { force: true });
      return calls.split('\n').filter(Boolean);
    },
    run: (script: string, args: string[] = [], calledFrom = root): Promise<Outcome> => {
      const env = {
        ...process.env,
        INIT_CWD: calledFrom,
        npm_execpath: join(root, 'tools/npm-cli.js'),
        NODE_OPTIONS: '',
      };
      return finish(spawn(process.execPath, [join(root, 'scripts', script), ...args], { cwd: root, env }));
    },
  };
}

/** A package-lock.json that asks for one package in this version. */
export function lockOf(version: string): string {
  return JSON.stringify({ packages: { '': {}, 'node_modules/a': { version, integrity: `sha512-${version}` } } });
}

function finish(child: ReturnType<typeof spawn>): Promise<Outcome> {
  const outcome: Outcome = { code: null, stdout: '', stderr: '', pid: child.pid ?? 0 };
  child.stdout?.on('data', (chunk) => (outcome.stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (outcome.stderr += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...outcome, code }));
  });
}
