import type { Browser, Page } from 'playwright-core';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How long something may take to show on a slow machine, ms. */
const PATIENCE_MS = 20_000;
const HEARD = ['pageerror', 'console', 'request'] as const;

/**
 * One tab for the tests of a file, one after the other: it has fetched and compiled the mini-program already, which takes a
 * new one longer than most tests. Each finds it as a new one.
 */
export class OneTab {
  private page: Page | undefined;

  /** @param prepare runs in every page before its own scripts */
  constructor(
    private readonly browser: Browser,
    private readonly prepare: () => void = () => undefined,
  ) {}

  async take(size: Size): Promise<Page> {
    this.page ??= await this.open();
    await this.page.setViewportSize(size);
    return this.page;
  }

  /** Forgets what a page has stored, and whoever listened to it. */
  async putBack(): Promise<void> {
    const { page } = this;
    if (!page) return;
    for (const other of page.context().pages()) if (other !== page) await other.close();
    for (const event of HEARD) page.removeAllListeners(event);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
  }

  private async open(): Promise<Page> {
    const context = await this.browser.newContext();
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(this.prepare);
    return context.newPage();
  }
}
