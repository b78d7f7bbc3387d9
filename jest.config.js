/** Tests mirror the tree; journeys drive a real browser. */
const transform = { '\\.(ts|js|mjs)$': '<rootDir>/tools/build/jest-transform.js' };
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Without it jest would look at each of the 37,000 files in node_modules before the first test.
  roots: ['cloudfunctions', 'miniprogram', 'test', 'tools'].map((folder) => `<rootDir>/${folder}`),
  testEnvironment: '<rootDir>/tools/build/jest-environment.js',
  runtime: '<rootDir>/tools/build/jest-runtime.js',
  transform,
  transformIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/miniprogram/miniprogram_npm/', '<rootDir>/.data/'],
  // As many as the smallest machine has cores: a test file keeps one busy by itself, with the browser and the functions
  // that it asks. With four on two cores there was a quarter more to do, and each worker loads and compiles all modules.
  maxWorkers: 2,
  testSequencer: '<rootDir>/tools/build/test-order.js',
  testTimeout: 30_000,
  globalSetup: '<rootDir>/tools/browser/jest-setup.ts',
  globalTeardown: '<rootDir>/tools/browser/jest-teardown.ts',
};
