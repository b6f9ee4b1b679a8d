import { pathToFileURL } from 'node:url';
import { jestExpect } from '@jest/expect';
import circus from 'jest-circus/runner';

const globals = ['describe', 'it', 'test', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach'];
globalThis.expect = jestExpect;
let suites = 0;

// What the tests start in processes of their own runs what was built.
delete process.env.NODE_OPTIONS;

/**
 * Jest's own runner, except that Node imports the suites, not Jest's virtual machine: that loaded and warmed up the
 * application anew for each of them, which took half of all time. So what a suite changes for its process, it puts back.
 */
export default function run(globalConfig, config, environment, runtime, testPath, send) {
  // Jest knows no source maps of what it did not load; Node does.
  delete Error.prepareStackTrace;
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = (path) => {
    for (const name of globals) globalThis[name] = environment.global[name];
    globalThis.jest = environment.moduleMocker;
    return import(`${pathToFileURL(path)}?${++suites}`);
  };
  return circus.default(globalConfig, config, environment, runtime, testPath, send);
}
