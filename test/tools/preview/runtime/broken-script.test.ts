import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { connectBrowser } from '../../../../tools/browser/launch';
import { compileMiniprogram, disposeCompilers } from '../../../../tools/preview/compile';
import { servePhone } from '../phone-server';
import type { PhoneServer } from '../phone-server';

const folder = mkdtempSync(join(tmpdir(), 'broken-'));
const root = join(folder, 'miniprogram');
const outDir = join(folder, 'out');
let browser: Browser;
let server: PhoneServer;

beforeAll(async () => {
  cpSync(join(__dirname, '../fixtures/miniprogram'), root, { recursive: true });
  const script = join(root, 'pages/form/form.ts');
  writeFileSync(script, `throw new Error('at load');${readFileSync(script, 'utf8')}`);
  const result = await compileMiniprogram({ root, outDir, nodeModules: resolve('node_modules') });
  expect(result.ok).toBe(true);
  server = await servePhone(outDir);
  browser = await connectBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  await disposeCompilers();
  rmSync(folder, { recursive: true });
});

test('a page whose script throws cannot be opened; it is reported and the page before stays', async () => {
  const page = await browser.newPage({ viewport: { width: 375, height: 667 } });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${server.url}/phone.html`);
  await page.locator('.to-form').click();
  await page.locator('#more').click();
  await page.locator('.heading').getByText('样例 02').waitFor();
  expect(said.join('\n')).toContain('Error: at load');
  expect(said.join('\n')).toContain('navigateTo:fail');
  await page.close();
});
