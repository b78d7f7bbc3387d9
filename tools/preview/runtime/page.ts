import type { Root } from 'glass-easel-miniprogram-adapter';
import type { ErrorReport } from './error-report';
import type { Caller, EventChannel, NavigationBar, OpenPage } from './host';
import type { MiniProgramSpace } from './mini-program-space';
import type { PageUrl } from './page-url';

type PageMethod = (this: Caller, ...args: unknown[]) => unknown;

/** What a page is opened with. */
export interface PageStart {
  url: PageUrl;
  isTab: boolean;
  /** Its bar by configuration, before any `wx.setNavigationBar…`. */
  bar: NavigationBar;
  channel?: EventChannel;
}

/** One page with its place in the document; knows its lifecycle, not its place in the stack. */
export class Page implements OpenPage {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly caller: Caller;
  readonly element: HTMLElement;
  readonly isTab: boolean;
  readonly channel: EventChannel | undefined;
  bar: NavigationBar;
  /** The page's own `<div>`, which is hidden while another page covers it. */
  readonly frame = document.createElement('div');
  /** What the program changed of the configured bar; survives a change of theme. */
  barChanges: Partial<NavigationBar> = {};
  private readonly root: Root;
  private readonly companions: Root[] = [];
  private scrollTop = 0;
  private wasShown = false;

  constructor(
    space: MiniProgramSpace,
    private readonly errors: ErrorReport,
    { url, isTab, bar, channel }: PageStart,
  ) {
    this.path = url.path;
    this.query = url.query;
    this.isTab = isTab;
    this.bar = bar;
    this.channel = channel;
    this.root = space.createRoot('page', url.path + url.search);
    this.caller = this.root.get() as Caller;
    this.element = this.root.getComponent().getBackendElement() as unknown as HTMLElement;
    this.element.setAttribute('is', this.path);
    this.frame.className = 'preview-page';
    this.frame.hidden = true;
    Object.assign(this.caller, { route: this.path, __route__: this.path, options: this.query });
  }

  /** Puts the page into the document and calls `onLoad`. */
  load(parent: HTMLElement): void {
    const place = document.createElement('span');
    this.frame.append(place);
    parent.append(this.frame);
    this.frame.hidden = false;
    this.errors.guard(() => this.root.attach(this.frame as never, place as never));
    this.call('onLoad', this.query);
  }

  /** Adds a component that lives and dies with the page without being in its template: the tab bar. */
  accompany(root: Root): void {
    const place = document.createElement('span');
    this.element.append(place);
    root.attach(this.element as never, place as never);
    this.companions.push(root);
  }

  show(): void {
    this.frame.hidden = false;
    window.scrollTo(0, this.scrollTop);
    this.call('onShow');
    this.lifetime('show');
    if (this.wasShown) return;
    this.wasShown = true;
    // a frame would never come while the browser's tab is in the background
    setTimeout(() => this.call('onReady'));
  }

  hide(): void {
    this.scrollTop = window.scrollY;
    this.call('onHide');
    this.lifetime('hide');
    this.frame.hidden = true;
  }

  unload(): void {
    this.call('onUnload');
    for (const root of [...this.companions, this.root]) this.errors.guard(() => root.release());
    this.frame.remove();
  }

  has(method: string): boolean {
    return typeof this.methods()[method] === 'function';
  }

  /** Calls a handler of the page when it has one; what it throws is reported. */
  call(method: string, ...args: unknown[]): unknown {
    const handler = this.methods()[method];
    if (typeof handler !== 'function') return undefined;
    return this.errors.guard(() => (handler as PageMethod).apply(this.caller, args));
  }

  lifetime(name: 'show' | 'hide' | 'resize'): void {
    for (const root of [this.root, ...this.companions]) {
      this.errors.guard(() => root.getComponent().triggerPageLifetime(name, []));
    }
  }

  private methods(): Record<string, unknown> {
    return this.caller as unknown as Record<string, unknown>;
  }
}
