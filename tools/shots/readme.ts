/** `npm run shots:readme`: the three pictures of the README, into `tools/preview`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { readTyped, reportFailure } from '../command-line/typed';
import { launchBrowser } from '../browser/launch';
import { startPreview } from '../preview/preview';
import { SeedClient } from '../preview/seed/client';
import { arrive } from './arrive';
import { ARRIVES, SCREEN_CASES, type ScreenCase } from './cases';
import { COMPUTERS, LIGHT, PhoneTab } from './phone-tab';

const USAGE = '用法：npm run shots:readme';

const OUT = path.resolve(__dirname, '../preview');
/** What the picture of single screens shows, in reading order; all of them at the hour the college opens with. */
const SHOWN = [
  'way-picker',
  'login-help',
  'track-midway',
  'secretary-branch',
  'teacher-decision',
  'teacher-board',
];
/** A branch that shows every colour of the bar: its early ones have arrived. */
const NEARLY_OVER = { screen: 'secretary-branch', who: '罗北辰' };
/** The desk of the college at a computer. */
const AT_A_COMPUTER = { look: '1440-light', screen: 'computer-queue' };
const DESK = { width: 1440, height: 900 };
/** How long three phones may take to start at once on a slow machine, ms. */
const PATIENCE_MS = 120_000;
const COLUMN_PX = 300;
const GAP_PX = 20;

const shootDesk = async (browser: Browser, url: string): Promise<void> => {
  const context = await browser.newContext({ viewport: DESK });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(url);
  for (const frame of await page.locator('iframe').all())
    await frame.contentFrame().locator('wx-page').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(OUT, 'three-phones.png') });
  await context.close();
};

const caseNamed = (name: string): ScreenCase => {
  const screen = SCREEN_CASES.find((one) => one.name === name);
  if (!screen) throw new Error(`no case is called ${name}`);
  return screen;
};

const nearlyOver = (): ScreenCase => ({ ...caseNamed(NEARLY_OVER.screen), who: NEARLY_OVER.who });

const shootComputer = async (browser: Browser, url: string): Promise<void> => {
  const look = COMPUTERS.find(({ name }) => name === AT_A_COMPUTER.look);
  if (!look) throw new Error(`no look is called ${AT_A_COMPUTER.look}`);
  const computer = await PhoneTab.open(browser, url, look);
  await computer.show(caseNamed(AT_A_COMPUTER.screen));
  await computer.tab.screenshot({ path: path.join(OUT, 'at-a-computer.png'), animations: 'disabled' });
  await computer.close();
};

const shootScreens = async (browser: Browser, url: string): Promise<Buffer[]> => {
  const phone = await PhoneTab.open(browser, url, LIGHT);
  const pictures: Buffer[] = [];
  for (const name of SHOWN) {
    await phone.show(name === NEARLY_OVER.screen ? nearlyOver() : caseNamed(name));
    pictures.push(await phone.tab.screenshot({ animations: 'disabled' }));
  }
  return pictures;
};

const sheetOf = (pictures: readonly Buffer[]): string => {
  const style = `body{margin:0;padding:${GAP_PX}px;display:grid;grid-template-columns:repeat(3,${COLUMN_PX}px);gap:${GAP_PX}px;background:#dfe4ea}
    img{width:100%;display:block;border-radius:18px;box-shadow:0 2px 12px #0002}`;
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`);
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${images.join('')}`;
};

/** One file for all screens: a README that loads many pictures is slow to open. */
const compose = async (browser: Browser, pictures: readonly Buffer[]): Promise<void> => {
  const width = 3 * COLUMN_PX + 4 * GAP_PX;
  const context = await browser.newContext({
    viewport: { width, height: DESK.height },
    deviceScaleFactor: 1.25,
  });
  const page = await context.newPage();
  await page.setContent(sheetOf(pictures));
  const picture = await page.screenshot({ fullPage: true });
  await writeFile(path.join(OUT, 'six-screens.png'), picture);
  await context.close();
};

const main = async (): Promise<void> => {
  readTyped({ usage: USAGE });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'readme-'));
  const preview = await startPreview({ port: 0, dataDir });
  const browser = await launchBrowser();
  await shootDesk(browser, preview.url);
  await arrive(new SeedClient(preview.emulatorUrl), dataDir, ARRIVES);
  await shootComputer(browser, preview.url);
  await compose(browser, await shootScreens(browser, preview.url));
  await browser.close();
  await preview.close();
  await rm(dataDir, { recursive: true, force: true });
};

void main().catch(reportFailure);
