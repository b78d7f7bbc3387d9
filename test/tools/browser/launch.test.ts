import type { Browser } from 'playwright-core';
import { connectBrowser } from '../../../tools/browser/launch';

describe('the browser for tests', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectBrowser();
  }, 120_000);
  afterAll(() => browser.close());

  test('shows a page', async () => {
    const page = await browser.newPage();
    await page.setContent('<title>团员</title>');
    expect(await page.title()).toBe('团员');
    await page.close();
  });

  test('is shared: a second connection reaches the same version while the first stays open', async () => {
    const second = await connectBrowser();
    expect(second.version()).toBe(browser.version());
    await second.close();
    expect(browser.isConnected()).toBe(true);
  });
});
