import { join } from 'node:path';
import { makeProject } from './project.js';

let project: ReturnType<typeof makeProject>;
beforeAll(() => {
  project = makeProject();
  project.write('src/cli/echo.ts', 'export const main = (argv) => console.log(JSON.stringify(argv), process.cwd());');
  project.write('src/cli/three.ts', 'export const main = async () => 3;');
  project.write('src/cli/fault.ts', 'export const main = async () => { throw new Error("no such thing"); };');
});
afterAll(() => project.remove('.'));

test('a command gets its arguments and is alone on stdout, even when it has to be built first', async () => {
  const { code, stdout } = await project.run('run.mjs', ['echo', 'parse', '--x', 'a b']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `["parse","--x","a b"] ${project.root}\n` });
});

test('a command runs in the folder that npm was called from', async () => {
  const { stdout } = await project.run('run.mjs', ['echo'], join(project.root, 'src'));
  expect(stdout).toBe(`[] ${join(project.root, 'src')}\n`);
});

test('what main returns is the exit status', async () => {
  expect((await project.run('run.mjs', ['three'])).code).toBe(3);
});

test('a thrown error is told on stderr with exit status 1', async () => {
  const { code, stdout, stderr } = await project.run('run.mjs', ['fault']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('no such thing');
});

test.each([['nothing'], ['../main'], ['']])(
  'the unknown command "%s" is refused with the list of commands',
  async (name) => {
    const { code, stderr } = await project.run('run.mjs', [name]);
    expect(code).toBe(1);
    expect(stderr).toContain(`There is no command "${name}". Commands: echo, fault, three.`);
  },
);
