import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockOf, makeProject } from './project.js';

let project: ReturnType<typeof makeProject>;
beforeEach(() => (project = makeProject()));
afterEach(() => project.remove('.'));

const hiddenLock = 'node_modules/.package-lock.json';

async function madeReady(): Promise<void> {
  expect((await project.run('build.mjs')).code).toBe(0);
  project.calls();
}

test('a fresh clone is installed and built, a second start does neither', async () => {
  const first = await project.run('start.mjs');
  expect(project.calls()).toEqual(['npm ci', 'nest build', 'vite build']);
  expect(first.stderr).toContain('noise of npm');
  const second = await project.run('start.mjs');
  expect(project.calls()).toEqual([]);
  expect(second.stderr).toBe('');
});

test('the server runs in the process that was started, gets the arguments, and has stdout for itself', async () => {
  const { stdout, pid } = await project.run('start.mjs', ['--demo', 'x y']);
  expect(stdout).toBe(`${pid} --demo x y\n`);
});

test('another package-lock.json is installed and built anew', async () => {
  await madeReady();
  project.write('package-lock.json', lockOf('2.0.0'));
  await project.run('build.mjs');
  expect(project.calls()).toEqual(['npm ci', 'nest build', 'vite build']);
});

test('packages that a developer has installed to the same lock are kept', async () => {
  await madeReady();
  project.write('package-lock.json', lockOf('2.0.0'));
  project.write(hiddenLock, lockOf('2.0.0'));
  await project.run('build.mjs');
  expect(project.calls()).toEqual(['nest build', 'vite build']);
});

test('optional packages of other platforms may be missing, needed ones may not', async () => {
  await madeReady();
  const lock = (extra: object) =>
    JSON.stringify({ packages: { ...JSON.parse(lockOf('1.0.0')).packages, 'node_modules/b': extra } });
  project.write('package-lock.json', lock({ version: '1.0.0', optional: true }));
  await project.run('build.mjs');
  expect(project.calls()).toEqual(['nest build', 'vite build']);
  project.write('package-lock.json', lock({ version: '1.0.0' }));
  await project.run('build.mjs');
  expect(project.calls()).toEqual(['npm ci', 'nest build', 'vite build']);
});

test('packages built for another Node are installed again', async () => {
  await madeReady();
  const stamp = 'node_modules/.touchstone-installed.json';
  const { lock } = JSON.parse(readFileSync(join(project.root, stamp), 'utf8'));
  project.write(stamp, JSON.stringify({ lock, platform: 'linux-x64-1' }));
  await project.run('build.mjs');
  expect(project.calls()).toEqual(['npm ci']);
});

test.each(['src/new.ts', 'tsconfig.json', 'nest-cli.json'])('a change in %s builds anew', async (file) => {
  await madeReady();
  project.write(file, '/* changed */');
  await project.run('build.mjs');
  expect(project.calls()).toEqual(['nest build']);
});

test('a change in web builds the web application alone, and a fault there stops the start', async () => {
  await madeReady();
  project.write('web/src/main.tsx', '');
  await project.run('build.mjs');
  expect(project.calls()).toEqual(['vite build']);
  project.write('web/index.html', 'broken');
  const { code, stderr } = await project.run('start.mjs');
  expect(code).toBe(1);
  expect(stderr).toMatch(/The build of the web application failed \(3\)\.\n$/);
});

test('a change in a test builds nothing', async () => {
  await madeReady();
  project.write('src/main.spec.ts', 'test');
  await project.run('build.mjs');
  expect(project.calls()).toEqual([]);
});

test('a deleted source leaves nothing in dist, and a deleted output comes back', async () => {
  project.write('src/feature/old.ts', '');
  await madeReady();
  project.write('dist/feature/old.js.map', '{}');
  project.remove('src/feature/old.ts');
  await project.run('build.mjs');
  expect(existsSync(join(project.root, 'dist/feature/old.js'))).toBe(false);
  expect(existsSync(join(project.root, 'dist/feature/old.js.map'))).toBe(false);
  project.remove('dist/main.js');
  await project.run('build.mjs');
  expect(existsSync(join(project.root, 'dist/main.js'))).toBe(true);
});

test('a failed build stops the start with a message, and is tried again', async () => {
  project.write('src/feature.ts', 'broken');
  const { code, stdout, stderr } = await project.run('start.mjs');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/The build failed \(2\)\.\n$/);
  project.calls();
  expect((await project.run('start.mjs')).code).toBe(1);
  expect(project.calls()).toEqual(['nest build']);
});

test('runs at the same time install and build once', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => project.run('start.mjs')));
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(project.calls()).toEqual(['npm ci', 'nest build', 'vite build']);
});

test('the lock of a process that died is taken over, by one of those who wait', async () => {
  const dead = (await project.run('start.mjs')).pid;
  project.calls();
  project.write('src/main.ts', '/* changed */');
  project.write('dist/.lock', `${dead} ${hostname()} left`);
  await Promise.all([project.run('build.mjs'), project.run('build.mjs')]);
  expect(project.calls()).toEqual(['nest build']);
  expect(existsSync(join(project.root, 'dist/.lock'))).toBe(false);
});
