/** A picture is taken of a page that has its data, however long that takes and however little moves meanwhile. */
import type { Browser, Page } from 'playwright-core';
import { connectBrowser } from '../../../tools/browser/launch';
import { installFrame, type Framed } from '../../../tools/shots/frame';

const ADDRESS = 'http://phone.test/';
/** Longer than a screen has to be quiet, ms. */
const SLOW_MS = 250;

let browser: Browser;
let tab: Page;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  const context = await browser.newContext();
  await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await context.addInitScript(installFrame);
  tab = await context.newPage();
});
afterEach(() => tab.context().close());

/** What a page shows that runs this once it is there, at the moment it is said to have come to rest. */
const shownWhenSettled = async (script: string): Promise<string> => {
  const contentType = 'text/html; charset=utf-8';
  const body = `<!doctype html><wx-page style="display:block">空</wx-page><script>
    const show = (words) => { document.querySelector('wx-page').textContent = words; };
    ${script}
  </script>`;
  await tab.route(`${ADDRESS}**`, async (route) => {
    if (!route.request().url().endsWith('/data')) return route.fulfill({ contentType, body });
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    return route.fulfill({ contentType: 'application/json', body: '{"words":"数据"}' });
  });
  await tab.goto(ADDRESS, { waitUntil: 'commit' });
  await tab.evaluate(() => (window as unknown as Framed).settled());
  return tab.innerText('wx-page');
};

const ASK = `fetch('/data').then((reply) => reply.json())`;

it.each([
  ['which is all there is', `show('数据');`],
  ['which a slow cloud gives', `${ASK}.then(({ words }) => show(words));`],
  [
    'which is drawn a moment after it came',
    `${ASK}.then(({ words }) => setTimeout(() => show(words), 300));`,
  ],
  ['which is put off for a moment', `setTimeout(() => show('数据'), 300);`],
  ['which is put off twice', `setTimeout(() => setTimeout(show, 200, '数据'), 200);`],
  [
    'which is drawn behind much else',
    `${ASK}.then(({ words }) => {
      const work = (left) => {
        const until = performance.now() + 60;
        while (performance.now() < until);
        if (left === 0) return show(words);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => work(left - 1);
        port2.postMessage('');
      };
      work(5);
    });`,
  ],
])('waits for the data, %s', async (_which, script) => {
  expect(await shownWhenSettled(script)).toBe('数据');
});

it('waits for nothing that was called off, or lies far ahead', async () => {
  const script = `clearTimeout(setTimeout(() => show('没有'), 300)); setTimeout(() => show('后来'), 20_000);`;
  expect(await shownWhenSettled(script)).toBe('空');
});
