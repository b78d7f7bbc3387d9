import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserServer, LaunchOptions } from 'playwright-core';
import { browserAddress, hasBroker } from './broker';
import { bundledBrowser } from './bundled';

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Hinting off, so that pictures look the same on every machine. */
const ARGS = ['--no-sandbox', '--font-render-hinting=none', '--force-color-profile=srgb'];

/**
 * For pages that live for a second or two, as in tests: optimised code, and a heap that several threads tidy up, would
 * pay off later than that. A fifth of the browser's work.
 */
const SHORT_LIVED = '--js-flags=--no-opt --no-maglev --single-threaded-gc';

type Candidate = () => Promise<LaunchOptions>;

function candidates(): Candidate[] {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return [async () => ({ executablePath: chosen })];
  const installed = INSTALLED.filter((path) => existsSync(path));
  return [...installed.map((executablePath) => async () => ({ executablePath })), bundledBrowser];
}

async function firstThatStarts<T>(
  start: (options: LaunchOptions) => Promise<T>,
  more: readonly string[] = [],
): Promise<T> {
  const reasons: string[] = [];
  for (const candidate of candidates()) {
    try {
      return await start({ headless: true, args: [...ARGS, ...more], ...(await candidate()) });
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`no browser starts; set CHROME_PATH to a Chrome or Chromium\n${reasons.join('\n')}`);
}

/** Starts a headless Chromium: CHROME_PATH, else an installed one, else the one in node_modules. */
export function launchBrowser(): Promise<Browser> {
  return firstThatStarts((options) => chromium.launch(options));
}

/** Starts a Chromium for tests that several processes connect to. */
export function launchBrowserServer(): Promise<BrowserServer> {
  return firstThatStarts(
    (options) => chromium.launchServer({ ...options, host: '127.0.0.1' }),
    [SHORT_LIVED],
  );
}

/**
 * The browser shared by all test files of a jest run (closing it only disconnects this file);
 * outside jest a browser of its own.
 */
export async function connectBrowser(): Promise<Browser> {
  if (!hasBroker()) return launchBrowser();
  return chromium.connect(await browserAddress());
}
