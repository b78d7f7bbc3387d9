import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accountOf } from '../preview/seed/play';
import type { ScreenCase } from './cases';
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
const PICTURE = path.resolve(__dirname, '../preview/seed/screenshot.png');

/**
 * A phone of one look that shows one screen after the other. Each screen starts the mini-program anew on an empty
 * phone; the browser's tab stays, so that it need not load and compile the same script every time.
 */
export class PhoneTab {
  private shown = 0;

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
    await this.tab.goto(this.addressOf(screen));
    const page = this.tab.locator('wx-page').filter({ visible: true }).last();
    await page.waitFor();
    await this.settle();
    for (const words of screen.taps ?? []) {
      await page.getByText(words).filter({ visible: true }).first().click();
      await this.settle();
    }
    if (!screen.picks) return;
    const chooser = this.tab.waitForEvent('filechooser');
    await page.getByText(screen.picks).filter({ visible: true }).first().click();
    await (await chooser).setFiles(PICTURE);
    await this.settle();
  }

  /** The frame reads from the address what the cloud is to do; `shot` makes every address a new one. */
  private addressOf({ who, page, cloud, upload, replies }: ScreenCase): string {
    const { theme, fontSize } = this.look;
    const query = new URLSearchParams({
      seat: 'phone',
      openid: who === 'stranger' ? 'o-stranger' : accountOf(who),
      theme,
      fontSize: String(fontSize),
      page,
      cloud: cloud ?? '',
      upload: upload ?? '',
      shot: String((this.shown += 1)),
    });
    return `${this.url}/phone.html?${query.toString()}#${encodeURIComponent(JSON.stringify(replies ?? {}))}`;
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
