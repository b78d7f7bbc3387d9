import type { ErrorReport } from './error-report';
import type { AppConfig, Caller } from './host';
import type { MiniProgramSpace } from './mini-program-space';
import type { Page } from './page';

const TAB_BAR = 'custom-tab-bar/index';

/** Gives every tab page its own instance of the custom tab bar, as WeChat does. */
export class TabBars {
  private readonly bars = new WeakMap<Page, Caller>();

  constructor(
    private readonly space: MiniProgramSpace,
    private readonly errors: ErrorReport,
    private readonly config: AppConfig,
  ) {}

  /** Inside `<wx-page>`, so that it inherits what the page sets, CSS variables above all. */
  addTo(page: Page): void {
    if (!page.isTab || !this.config.tabBar?.custom) return;
    this.errors.guard(() => {
      const root = this.space.createRoot('custom-tab-bar', TAB_BAR);
      this.bars.set(page, root.get() as Caller);
      page.accompany(root);
    });
  }

  /** What `this.getTabBar()` answers. */
  of(page: Page | undefined): Caller | undefined {
    return page && this.bars.get(page);
  }
}
