import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accountOf } from '../preview/seed/play';
import type { ScreenCase } from './cases';
import type { Replies } from './cases/screen-case';
import { installFrame, type Framed } from './frame';

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

const HEIGHT = 812;
const CALLS = '**/client/callFunction';

/** Answers the named actions in the place of the cloud; all others reach it. */
const answerFrom = (tab: Page, replies: Replies): Promise<unknown> =>
  tab.route(CALLS, (route) => {
    const { name, data } = route.request().postDataJSON() as { name: string; data: { action: string } };
    const ofFunction = (replies as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[name];
    const reply = ofFunction?.[data.action];
    if (reply === undefined) return route.continue();
    return route.fulfill({ json: { result: { ok: true, data: reply }, requestID: 'shown' } });
  });

/**
 * A phone of one look that shows one screen after the other. Each screen starts the mini-program anew on an empty
 * phone; the browser's tab stays, so that it need not load and compile the same script every time.
 */
export class PhoneTab {
  private constructor(
    private readonly context: BrowserContext,
    readonly tab: Page,
    private readonly url: string,
    readonly look: Look,
  ) {}

  static async open(browser: Browser, url: string, look: Look): Promise<PhoneTab> {
    const context = await browser.newContext({ viewport: { width: look.width, height: HEIGHT } });
    // The TypeScript runner names functions through a helper that a page does not have.
    await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
    await context.addInitScript(installFrame);
    const tab = await context.newPage();
    tab.setDefaultTimeout(8000);
    return new PhoneTab(context, tab, url, look);
  }

  /** Opens the screen and waits until it has settled. */
  async show(screen: ScreenCase): Promise<void> {
    const query = new URLSearchParams({
      seat: 'phone',
      openid: screen.who === 'stranger' ? 'o-stranger' : accountOf(screen.who),
      theme: this.look.theme,
      fontSize: String(this.look.fontSize),
      page: screen.page,
      cloud: screen.cloud ?? '',
    });
    await this.tab.unroute(CALLS);
    if (screen.replies) await answerFrom(this.tab, screen.replies);
    await this.tab.goto(`${this.url}/phone.html?${query.toString()}`);
    const page = this.tab.locator('wx-page').filter({ visible: true }).last();
    await page.waitFor();
    await this.settle();
    for (const words of screen.taps ?? []) {
      await page.getByText(words).filter({ visible: true }).first().click();
      await this.settle();
    }
  }

  /** Errors the mini-program threw. */
  errors(): Promise<string[]> {
    return this.tab.evaluate(() => (window as unknown as Framed).heard);
  }

  /** Pixels the content is wider than the screen; 0 when nothing has to be scrolled sideways. */
  overflow(): Promise<number> {
    return this.tab.evaluate(() =>
      Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
  }

  close(): Promise<void> {
    return this.context.close();
  }

  private settle(): Promise<void> {
    return this.tab.evaluate(() => (window as unknown as Framed).settled());
  }
}
