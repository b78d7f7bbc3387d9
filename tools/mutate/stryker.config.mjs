/** How `npm run mutate` works; what is changed and which tests are asked, it adds itself. */
export default {
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    configFile: 'tools/mutate/jest.config.js',
    // The tests are named already; asking jest for related ones reads the whole repository.
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  // esbuild drops the types, so a change is never refused for them and the sources need no marks.
  disableTypeChecks: false,
  // One worker leaves the machine usable; the tests of a folder are short.
  concurrency: 1,
  // Generous: on a busy machine a slow test must not pass for a change that was noticed.
  timeoutMS: 30_000,
  // jest finds no tests below a `node_modules`, so the copy stands beside what else is built.
  tempDirName: 'dist/mutate',
  ignorePatterns: ['dist', '.data', '.deploy', 'miniprogram/miniprogram_npm', 'tools/wechat/nodes'],
  reporters: ['progress-append-only'],
  logLevel: 'warn',
  allowConsoleColors: false,
};
