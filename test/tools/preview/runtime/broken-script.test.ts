import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveMiniprogram, type Served } from '../phone-server';
import { FIXTURE } from '../runtime-phone';

const root = mkdtempSync(join(tmpdir(), 'broken-'));
let served: Served;

beforeAll(async () => {
  cpSync(FIXTURE, root, { recursive: true });
  const script = join(root, 'pages/form/form.ts');
  writeFileSync(script, `throw new Error('at load');${readFileSync(script, 'utf8')}`);
  served = await serveMiniprogram(root);
}, 120_000);

afterAll(async () => {
  await served.close();
  rmSync(root, { recursive: true });
});

test('a page whose script throws cannot be opened; it is reported and the page before stays', async () => {
  const page = await served.browser.newPage({ viewport: { width: 375, height: 667 } });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${served.server.url}/phone.html`);
  await page.locator('.to-form').click();
  await page.locator('#more').click();
  await page.locator('.heading').getByText('样例 02').waitFor();
  expect(said.join('\n')).toContain('Error: at load');
  expect(said.join('\n')).toContain('navigateTo:fail');
  await page.close();
});
