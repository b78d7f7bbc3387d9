import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { accountOf, SCREENSHOT } from '../preview/seed/play';
import type { ScreenCase } from './cases';
import type { PhonePage } from '../preview/runtime/shell';
import { installFrame, type Framed } from './frame';

export interface Look {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  /** Body text in px; 16 is WeChat's default. */
  readonly fontSize: number;
  /** CSS pixels. */
  readonly width: number;
  /** CSS pixels; a phone's where none is said. */
  readonly height?: number;
}

export const LIGHT: Look = { name: 'light', theme: 'light', fontSize: 16, width: 375 };
export const DARK: Look = { ...LIGHT, name: 'dark', theme: 'dark' };
export const LOOKS: readonly Look[] = [
  LIGHT,
  DARK,
  { name: 'large', theme: 'light', fontSize: 20, width: 375 },
  { name: 'narrow', theme: 'light', fontSize: 16, width: 320 },
  { name: 'large-narrow', theme: 'light', fontSize: 20, width: 320 },
  { name: 'wide', theme: 'dark', fontSize: 16, width: 430 },
];

/** The mini-program in a window of WeChat on a computer. */
export const COMPUTERS: readonly Look[] = [1100, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({
    name: `${width}-${theme}`,
    theme,
    fontSize: 16,
    width,
    height: 900,
  })),
);

/** Whether the mini-program was here before on this phone. */
type Storage = 'empty' | 'kept';

/** What a phone still knows on the next page: whose it is, their first page, and that the cloud failed. */
const remembered = ({ who, cloud, upload, replies }: ScreenCase): string =>
  JSON.stringify([who, cloud, upload, replies?.account, replies?.graduate?.home]);

const HEIGHT = 812;
const sizeOf = ({ width, height = HEIGHT }: Look) => ({ width, height });
/** How long something may take to show on a slow machine, ms. */
const PATIENCE_MS = 60_000;

/**
 * A phone of one look that shows one screen after the other. Each screen starts the mini-program anew on an empty
 * phone; the browser's tab stays, so that it need not load and compile the same script every time.
 */
export class PhoneTab {
  private shown = 0;
  /** What was shown last. */
  private last?: ScreenCase;

  private constructor(
    private readonly context: BrowserContext,
    readonly tab: Page,
    private readonly url: string,
    public look: Look,
  ) {}

  static async open(browser: Browser, url: string, look: Look): Promise<PhoneTab> {
    const context = await browser.newContext({ viewport: sizeOf(look) });
    // The TypeScript runner names functions through a helper that a page does not have.
    await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
    await context.addInitScript(installFrame);
    const tab = await context.newPage();
    tab.setDefaultTimeout(PATIENCE_MS);
    return new PhoneTab(context, tab, url, look);
  }

  /** Opens the screen, does what is done there and waits until it has settled. */
  async show(screen: ScreenCase, look = this.look): Promise<void> {
    await this.open(screen, look);
    await this.act(screen);
  }

  /**
   * Like {@link show}, but a phone that knows what it has to know already goes on to the page as by a tap on a message,
   * which takes half the work of a start. A guest always starts: what they chose is kept nowhere else.
   */
  async goOnTo(screen: ScreenCase, look = this.look): Promise<void> {
    const { last } = this;
    const startsAnew = !last || screen.who === 'stranger' || remembered(last) !== remembered(screen);
    if (startsAnew || screen.cloud || screen.upload) return this.show(screen, look);
    this.last = screen;
    if (look !== this.look) await this.turn(look);
    await this.tab.evaluate(
      ({ page, replies }) => {
        const { phone, stage } = window as unknown as Framed & { phone: PhonePage };
        stage(replies);
        phone.openFromNotification(page);
      },
      { page: screen.page, replies: screen.replies ?? {} },
    );
    await this.settle();
    await this.act(screen);
  }

  /** What is done on the screen before it is looked at. */
  private async act(screen: ScreenCase): Promise<void> {
    for (const [label, text] of Object.entries(screen.fills ?? {}))
      await this.page.getByLabel(label).filter({ visible: true }).first().fill(text);
    for (const words of screen.taps ?? []) await this.tap(words);
    for (const key of screen.keys ?? []) await this.press(key);
    if (!screen.picks) return;
    const chooser = this.tab.waitForEvent('filechooser');
    await this.text(screen.picks).click();
    await (await chooser).setFiles(SCREENSHOT);
    await this.settle();
  }

  /** Opens the screen's page without touching anything on it. */
  async open(screen: ScreenCase, look = this.look, storage: Storage = 'empty'): Promise<void> {
    if (look.width !== this.look.width) await this.tab.setViewportSize(sizeOf(look));
    this.look = look;
    this.last = screen;
    await this.tab.goto(this.addressOf(screen, storage), { waitUntil: 'commit' });
    await this.settle();
  }

  async tap(words: string | RegExp): Promise<void> {
    await this.text(words).click();
    await this.settle();
  }

  async press(key: string): Promise<void> {
    await this.tab.keyboard.press(key);
    await this.settle();
  }

  /** Shows what is on the screen in another look, without opening it again. */
  async turn(look: Look): Promise<void> {
    this.look = look;
    await this.tab.setViewportSize(sizeOf(look));
    await this.tab.evaluate(({ theme, fontSize }) => {
      const { phone } = window as unknown as { phone: PhonePage };
      phone.setTheme(theme);
      phone.setFontSize(fontSize);
    }, look);
    await this.settle();
  }

  /** The frame reads from the address what the cloud is to do; `shot` makes every address a new one. */
  private addressOf({ who, page, cloud, upload, replies }: ScreenCase, storage: Storage): string {
    const { theme, fontSize } = this.look;
    const query = new URLSearchParams({
      seat: 'phone',
      openid: who === 'stranger' ? 'o-stranger' : accountOf(who),
      theme,
      fontSize: String(fontSize),
      page,
      cloud: cloud ?? '',
      upload: upload ?? '',
      storage,
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

  private get page(): Locator {
    return this.tab.locator('wx-page').filter({ visible: true }).last();
  }

  private text(words: string | RegExp): Locator {
    return this.page.getByText(words).filter({ visible: true }).first();
  }

  private settle(): Promise<void> {
    return this.tab.evaluate(() => (window as unknown as Framed).settled());
  }
}
