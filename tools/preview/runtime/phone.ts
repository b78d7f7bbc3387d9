/** One phone: the mini-program's app, pages and surroundings, put together. */
import { App } from './app';
import { componentOf } from './backend';
import { PhoneClock } from './clock';
import { findShell } from './desk-shell';
import { ErrorReport } from './error-report';
import type { AppConfig, Caller, LaunchOptions, NavigationBar, Theme, WxFailure } from './host';
import type { LaunchQuery } from './launch-query';
import { MiniProgramSpace } from './mini-program-space';
import { createNavigation } from './navigation';
import { configuredBar, pageWindow } from './navigation-bar';
import type { Page } from './page';
import { PageScroll } from './page-scroll';
import { PageStack } from './page-stack';
import { parsePageUrl } from './page-url';
import type { PageUrl } from './page-url';
import { PullDown } from './pull-down';
import type { PhoneShell } from './shell';
import { SetDataCount } from './set-data-count';
import { Signal } from './signal';
import { TabBars } from './tab-bar';
import { TapWindow } from './tap-window';

/** WeChat's numbers for where a mini-program was opened from. */
const SCENE = { list: 1001, notification: 1014 } as const;

const REACH_BOTTOM_PX = 50;

export class Phone {
  readonly shell: PhoneShell;
  readonly errors: ErrorReport;
  readonly clock = new PhoneClock();
  readonly taps = new TapWindow();
  readonly setDataCount = new SetDataCount();
  readonly space = new MiniProgramSpace();
  readonly app: App;
  readonly stack: PageStack;
  readonly tabBars: TabBars;
  readonly scroll: PageScroll;
  readonly pullDown: PullDown;
  readonly navigation: ReturnType<typeof createNavigation>;
  readonly themeChanged = new Signal<[Theme]>();
  readonly networkChanged = new Signal<[boolean]>();
  fontSize: number;
  isOnline = true;
  theme: Theme;

  constructor(
    readonly config: AppConfig,
    readonly query: LaunchQuery,
  ) {
    this.theme = this.allowed(query.theme);
    this.fontSize = query.fontSize;
    this.shell = findShell(query.seat);
    this.errors = new ErrorReport(query.seat, this.shell, () => this.stack.top()?.path ?? '');
    this.app = new App(this.errors);
    this.tabBars = new TabBars(this.space, this.errors, config);
    const barOf = (path: string) => configuredBar(config, path, this.theme);
    this.stack = new PageStack(this.space, this.errors, config, barOf, (page) => this.tabBars.addTo(page));
    this.navigation = createNavigation(this.stack, config);
    this.scroll = new PageScroll(this.stack, (path) => this.reachBottomDistance(path));
    this.pullDown = new PullDown(this.stack, (path) => this.window(path)['enablePullDownRefresh'] === true);
  }

  /** Starts listening; the scripts of the mini-program run after this. */
  connect(): void {
    this.errors.listen();
    this.scroll.listen();
    this.pullDown.listen();
    this.stack.changed.listen(() => this.updateChrome());
    this.clock.jumped.listen(() => this.resume());
    document.documentElement.dataset['theme'] = this.theme;
  }

  launch(): void {
    const [entry = ''] = this.config.pages;
    const asked = parsePageUrl(`/${this.query.page.replace(/^\//, '')}`, '');
    const isKnown = this.config.pages.includes(asked.path);
    const url = isKnown ? asked : parsePageUrl(`/${entry}`, '');
    this.app.launch({ path: url.path, query: url.query, scene: SCENE.list });
    if (asked.path !== '' && !isKnown) this.missPage(asked);
    // onLaunch may have sent the person elsewhere already
    if (!this.stack.top()) this.errors.guard(() => this.stack.reset(url));
  }

  /** The app may lead on from a page that is not there; WeChat says so itself where it does not. */
  private missPage({ path, query }: PageUrl): void {
    if (!this.app.has('onPageNotFound')) this.errors.report(new Error(`page "${path}" is not found`));
    this.app.call('onPageNotFound', { path, query, isEntryPage: true });
  }

  openFromNotification(page: string): void {
    const url = parsePageUrl(`/${page.replace(/^\//, '')}`, '');
    this.app.show({ path: url.path, query: url.query, scene: SCENE.notification });
    if (!this.config.pages.includes(url.path)) return this.missPage(url);
    this.navigation.reLaunch({ url: `/${url.path}${url.search}` }).catch(this.errors.report);
  }

  /** The phone comes back to the mini-program after time has passed: pages refresh. */
  resume(): void {
    const options: LaunchOptions = { ...this.app.entered };
    const page = this.stack.top();
    page?.call('onHide');
    page?.lifetime('hide');
    this.app.hide();
    this.app.show(options);
    page?.call('onShow');
    page?.lifetime('show');
  }

  setTheme(wanted: Theme): void {
    const theme = this.allowed(wanted);
    if (theme === this.theme) return;
    this.theme = theme;
    document.documentElement.dataset['theme'] = theme;
    for (const page of this.stack.pages()) {
      page.bar = { ...configuredBar(this.config, page.path, theme), ...page.barChanges };
    }
    this.updateChrome();
    this.app.call('onThemeChange', { theme });
    this.themeChanged.send(theme);
  }

  setFontSize(size: number): void {
    if (size === this.fontSize) return;
    this.fontSize = size;
    this.resume();
  }

  setOnline(isOnline: boolean): void {
    if (isOnline === this.isOnline) return;
    this.isOnline = isOnline;
    this.networkChanged.send(isOnline);
  }

  setBar(change: Partial<NavigationBar>): void {
    const page = this.stack.top();
    if (!page) return;
    page.barChanges = { ...page.barChanges, ...change };
    page.bar = { ...page.bar, ...change };
    this.updateChrome();
  }

  updateChrome(): void {
    const page = this.stack.top();
    if (!page) return;
    const { title, backgroundColor, textStyle, navigationStyle } = page.bar;
    const depth = this.stack.pages().length;
    this.shell.updateChrome({ path: page.path, title, depth, backgroundColor, textStyle, navigationStyle });
  }

  /** The page a component stands in; the top page for what stands outside. */
  pageOf(caller: Caller): Page | undefined {
    const node = caller._$.getBackendElement() as unknown as Node | null;
    return this.stack.pages().find(({ element }) => element.contains(node)) ?? this.stack.top();
  }

  async share(from: 'button' | 'menu', target?: unknown): Promise<void> {
    const page = this.stack.top();
    if (!page?.has('onShareAppMessage'))
      throw { errMsg: 'share:fail no onShareAppMessage' } satisfies WxFailure;
    const answer = shareCard(page.call('onShareAppMessage', { from, target, webViewUrl: undefined }));
    const later = answer.promise ? shareCard(await answer.promise) : {};
    const { title, path, imageUrl } = { ...answer, ...later };
    this.shell.share({
      title: title ?? page.bar.title,
      path: path ?? `/${page.path}`,
      ...(imageUrl === undefined ? {} : { imageUrl }),
    });
  }

  readonly componentOf = componentOf;

  /** Without `darkmode` in app.json WeChat keeps the mini-program light. */
  private allowed(theme: Theme): Theme {
    return this.config.darkmode ? theme : 'light';
  }

  private window(path: string): Record<string, unknown> {
    return pageWindow(this.config, path, this.theme);
  }

  private reachBottomDistance(path: string): number {
    const { onReachBottomDistance: distance } = this.window(path);
    return typeof distance === 'number' ? distance : REACH_BOTTOM_PX;
  }
}

interface ShareCard {
  title?: string;
  path?: string;
  imageUrl?: string;
  promise?: Promise<unknown>;
}

function shareCard(value: unknown): ShareCard {
  return typeof value === 'object' && value !== null ? value : {};
}
