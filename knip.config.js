const { readdirSync } = require('node:fs');

/** WeChat opens the script beside every page's and component's WXML; nothing imports it. */
const besideWxml = readdirSync('miniprogram', { recursive: true })
  .filter((file) => file.endsWith('.wxml') && !file.startsWith('miniprogram_npm'))
  .map((file) => `miniprogram/${file.replace(/\.wxml$/, '.ts')}`);

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
  ],
  project: ['{miniprogram,cloudfunctions,tools,test}/**/*.{ts,mjs,js}', '!miniprogram/miniprogram_npm/**'],
};
