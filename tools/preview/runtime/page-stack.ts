import type { ErrorReport } from './error-report';
import type { AppConfig, EventChannel, NavigationBar } from './host';
import type { MiniProgramSpace } from './mini-program-space';
import { Page } from './page';
import type { PageUrl } from './page-url';
import { Signal } from './signal';

/** The open pages, and the tab pages that stay alive behind them. */
export class PageStack {
  /** The top page or its bar changed. */
  readonly changed = new Signal<[]>();
  private stack: Page[] = [];
  private readonly tabs = new Map<string, Page>();
  private readonly body = document.createElement('main');

  constructor(
    private readonly space: MiniProgramSpace,
    private readonly errors: ErrorReport,
    private readonly config: AppConfig,
    private readonly barOf: (path: string) => NavigationBar,
    /** Runs when a page's element stands in the document, before `onLoad`'s effects are seen: adds the tab bar. */
    private readonly onCreated: (page: Page) => void,
  ) {
    this.body.className = 'preview-pages';
    document.body.append(this.body);
  }

  /** Bottom first. */
  pages(): readonly Page[] {
    return this.stack;
  }

  top(): Page | undefined {
    return this.stack.at(-1);
  }

  isTab(path: string): boolean {
    return this.config.tabBar?.list.some(({ pagePath }) => pagePath === path) ?? false;
  }

  push(url: PageUrl, channel?: EventChannel): void {
    const page = this.create(url, channel);
    this.top()?.hide();
    this.enter(page);
  }

  replaceTop(url: PageUrl): void {
    const page = this.create(url);
    this.close(this.stack.pop());
    this.enter(page);
  }

  pop(delta: number): void {
    const count = Math.min(Math.max(1, delta), this.stack.length - 1);
    for (let left = count; left > 0; left -= 1) this.close(this.stack.pop());
    this.showTop();
  }

  /** Every page that is no tab is closed; the tab page is made once and kept. */
  switchTab(url: PageUrl): void {
    const target = this.tabs.get(url.path) ?? this.create(url);
    if (this.stack.length === 1 && this.top() === target) return;
    const above = this.stack.filter((page) => page !== target);
    const shown = this.top();
    if (shown?.isTab) shown.hide();
    for (const page of [...above].reverse()) if (!page.isTab) this.close(page);
    this.stack = [];
    if (!this.tabs.has(url.path)) return this.enter(target);
    this.stack = [target];
    this.showTop();
  }

  reset(url: PageUrl): void {
    const entry = this.create(url);
    for (const page of new Set([...this.stack, ...this.tabs.values()])) this.close(page);
    this.stack = [];
    this.enter(entry);
  }

  /** Throws when the page's script never registered it; so it comes before anything is hidden or closed. */
  private create(url: PageUrl, channel?: EventChannel): Page {
    const isTab = this.isTab(url.path);
    const bar = this.barOf(url.path);
    return new Page(this.space, this.errors, { url, isTab, bar, ...(channel ? { channel } : {}) });
  }

  private enter(page: Page): void {
    this.stack.push(page);
    if (page.isTab) this.tabs.set(page.path, page);
    page.load(this.body);
    this.onCreated(page);
    // onLoad may have navigated on: then another page is on top and shows itself
    if (this.top() === page) this.showTop();
  }

  private showTop(): void {
    this.changed.send();
    this.top()?.show();
  }

  private close(page: Page | undefined): void {
    if (!page) return;
    if (this.tabs.get(page.path) === page) this.tabs.delete(page.path);
    page.unload();
  }
}
