import type { Browser, BrowserContext, Page } from 'playwright-core';
import { callsOf } from './calls';
import { PATIENCE_MS } from './patience';

/** Each phone keeps a connection open for the clock, and a browser opens six to one origin. */
const TABS_PER_CONTEXT = 3;

/**
 * The tabs of one college's phones. A tab that was put back shows the next phone: it has fetched and compiled the
 * mini-program already, which takes a new one longer than all it shows.
 */
export class Tabs {
  private readonly contexts: BrowserContext[] = [];
  private readonly idle: Page[] = [];

  /** @param prepare runs in every page before its own scripts */
  constructor(
    private readonly browser: Browser,
    private readonly prepare: () => void,
  ) {}

  async take(viewport: { width: number; height: number }): Promise<Page> {
    const tab = this.idle.pop() ?? (await this.open());
    await tab.setViewportSize(viewport);
    return tab;
  }

  /** What the tab showed is gone; what it stored stays. */
  async putBack(tab: Page): Promise<void> {
    await tab.unrouteAll({ behavior: 'ignoreErrors' });
    await tab.goto('about:blank');
    this.idle.push(tab);
  }

  private async open(): Promise<Page> {
    const roomy = this.contexts.find((context) => context.pages().length < TABS_PER_CONTEXT);
    const tab = await (roomy ?? (await this.context())).newPage();
    callsOf(tab);
    return tab;
  }

  private async context(): Promise<BrowserContext> {
    const context = await this.browser.newContext();
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(this.prepare);
    this.contexts.push(context);
    return context;
  }
}
