/** Suites run on the TypeScript sources, which swc compiles as they are imported (scripts/test.mjs). */
export default {
  testRunner: '<rootDir>/test/runner.mjs',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/web/src'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.TEST_BROWSER ? [] : ['/test/browser/'])],
  // A worker that keeps more than this for the next suite is replaced. Also makes runs of `--watch` begin in new ones.
  workerIdleMemoryLimit: '1500MB',
  // Ten times what the slowest need on a quiet machine: a busy one is slow, not broken.
  testTimeout: 180_000,
};
