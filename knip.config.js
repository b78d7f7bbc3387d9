const { existsSync, readdirSync } = require('node:fs');

/** WeChat opens the script beside a page's or component's WXML; nothing imports it. A template has none. */
const besideWxml = readdirSync('miniprogram', { recursive: true })
  .filter((file) => file.endsWith('.wxml') && !file.includes('miniprogram_npm'))
  .map((file) => `miniprogram/${file.replace(/\.wxml$/, '.ts')}`)
  .filter((script) => existsSync(script));

/** What nobody uses any more is found here: files, exports, dependencies. `npm run lint` runs it. */
module.exports = {
  entry: [
    'miniprogram/app.ts',
    ...besideWxml,
    'cloudfunctions/*/index.ts',
    'tools/build/charts-entry.ts',
    'tools/preview/desk/desk.ts',
    'tools/preview/runtime/index.ts',
    'test/**/fixtures/**/*.{ts,js}',
    // Stryker and the jest it starts open them by path.
    'tools/mutate/{stryker,jest}.config.{mjs,js}',
    // Started as processes of their own, or bundled by a test.
    'tools/preview/seed/prepare.ts',
    'tools/wechat/compile-package.ts',
    'test/miniprogram/domain/zone-probe.ts',
    'test/tools/deploy/support/lead-child.ts',
    'test/tools/emulator/support/crashing-writer.ts',
  ],
  // The script beside each is JavaScript that the build makes.
  ignore: ['miniprogram/packages/teacher/board/charts/{engine,palette}.d.ts'],
  // Opened by path, as files or by jest, never imported.
  ignoreDependencies: [
    '@fontsource-variable/noto-sans-sc',
    '@sparticuz/chromium',
    '@stryker-mutator/jest-runner',
    'jsdom',
    'tdesign-icons-svg',
    'tslib',
  ],
  // Two names for one schema are two meanings (`wayId`, `routeId`).
  exclude: ['duplicates'],
  project: ['{miniprogram,cloudfunctions,tools,test}/**/*.{ts,mjs,js}', '!miniprogram/**/miniprogram_npm/**'],
};
