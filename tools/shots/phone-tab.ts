import type { Browser, Page } from 'playwright-core';
import { accountOf } from '../preview/seed/play';
import type { ScreenCase } from './cases';

export interface Look {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  /** Body text in px; 16 is WeChat's default. */
  readonly fontSize: number;
  /** CSS pixels. */
  readonly width: number;
}

export const LOOKS: readonly Look[] = [
  { name: 'light', theme: 'light', fontSize: 16, width: 375 },
  { name: 'dark', theme: 'dark', fontSize: 16, width: 375 },
  { name: 'large', theme: 'light', fontSize: 20, width: 375 },
  { name: 'narrow', theme: 'light', fontSize: 16, width: 320 },
  { name: 'large-narrow', theme: 'light', fontSize: 20, width: 320 },
  { name: 'wide', theme: 'dark', fontSize: 16, width: 430 },
];

type Heard = Window & { heard: string[]; phone?: { setOnline(online: boolean): void } };

/** A frame that refuses every sheet and writes errors down. Runs in the page. */
const installShell = (): void => {
  const heard: string[] = [];
  const shell = {
    updateChrome: () => undefined,
    askSubscription: () => Promise.resolve({}),
    askPrivacy: () => Promise.resolve('disagree'),
    reportError: (error: { page: string; message: string }) =>
      void heard.push(`${error.page}: ${error.message}`),
    scanCode: () => Promise.resolve(undefined),
    share: () => undefined,
  };
  Object.assign(window, { heard, shells: { phone: shell } });
};

const HEIGHT = 812;

export interface OpenScreen {
  readonly tab: Page;
  /** Errors the mini-program threw. */
  errors(): Promise<string[]>;
  /** Pixels the content is wider than the screen; 0 when nothing has to be scrolled sideways. */
  overflow(): Promise<number>;
  close(): Promise<void>;
}

/** Opens one screen on a phone of its own and waits until it has settled. */
export const openScreen = async (
  browser: Browser,
  url: string,
  screen: ScreenCase,
  look: Look,
): Promise<OpenScreen> => {
  const context = await browser.newContext({ viewport: { width: look.width, height: HEIGHT } });
  // The TypeScript runner names functions through a helper that a page does not have.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await context.addInitScript(installShell);
  const tab = await context.newPage();
  tab.setDefaultTimeout(8000);
  const query = new URLSearchParams({
    seat: 'phone',
    openid: screen.who === 'stranger' ? 'o-stranger' : accountOf(screen.who),
    theme: look.theme,
    fontSize: String(look.fontSize),
    page: screen.page,
  });
  if (screen.cloud) await tab.route('**/client/callFunction', (route) => route.abort());
  await tab.goto(`${url}/phone.html?${query.toString()}`);
  const page = tab.locator('wx-page').filter({ visible: true }).last();
  await page.waitFor();
  await tab.waitForLoadState('networkidle');
  for (const words of screen.taps ?? []) {
    await page.getByText(words).filter({ visible: true }).first().click();
    await tab.waitForLoadState('networkidle');
  }
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
  return {
    tab,
    errors: () => tab.evaluate(() => (window as unknown as Heard).heard),
    overflow: () =>
      tab.evaluate(() =>
        Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ),
    close: () => context.close(),
  };
};
