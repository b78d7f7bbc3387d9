/**
 * What the runtime offers to the two parts that sit on it: the built-in components
 * (`builtins/index.ts`: `defineBuiltins(space: glassEasel.ComponentSpace, host: RuntimeHost): void`)
 * and the API object (`wx/index.ts`: `createWx(host: RuntimeHost): object`).
 */
import type { component, glassEasel } from 'glass-easel-miniprogram-adapter';
import type { Condition } from './conditions';
import type { PhoneShell } from './shell';

/** What `Page({...})` and `Component({...})` code sees as `this`. */
export type Caller = component.GeneralComponent;

/** A glass-easel component, built-in or of the mini-program. */
export type Element = glassEasel.GeneralComponent;

/** WeChat's way to fail: `errMsg` is `<api>:fail <reason>`. Throw or reject with it, never with a bare Error. */
export interface WxFailure {
  errMsg: string;
  errCode?: number;
}

export type Theme = 'light' | 'dark';

/** The navigation bar of one page: its own `.json` over `app.json`'s `window`, then the `wx.setNavigationBar…` calls. */
export interface NavigationBar {
  title: string;
  backgroundColor: string;
  textStyle: 'black' | 'white';
  navigationStyle: 'default' | 'custom';
  /** `wx.showNavigationBarLoading` */
  loading: boolean;
}

/** A `window` or page `.json` block with `@variables` of `theme.json` not yet replaced. */
type WindowConfig = Readonly<Record<string, unknown>>;

export interface TabBarItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

/** `app.json` and the page configurations, as compiled. */
export interface AppConfig {
  /** Every page path without a leading slash, subpackages included; the first one is the entry page. */
  pages: readonly string[];
  subpackages: readonly { root: string; pages: readonly string[] }[];
  window: WindowConfig;
  pageConfig: Readonly<Record<string, WindowConfig>>;
  tabBar?: { custom: boolean; list: readonly TabBarItem[]; color?: string; selectedColor?: string };
  /** `theme.json`, when `app.json` names one in `themeLocation`. */
  themes: Readonly<Record<Theme, Readonly<Record<string, string>>>>;
  /** Without `darkmode: true` WeChat keeps a mini-program light. */
  darkmode: boolean;
  /** `lazyCodeLoading`: a script runs when a page first needs it. */
  loadsLazily: boolean;
}

/** One page on the stack. */
export interface OpenPage {
  /** Path without a leading slash and without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly caller: Caller;
  /** The `<wx-page>` element. */
  readonly element: HTMLElement;
  readonly isTab: boolean;
  readonly bar: NavigationBar;
}

/** Both ends of the channel `wx.navigateTo({ events })` returns as `eventChannel`. */
export interface EventChannel {
  emit(name: string, ...args: unknown[]): void;
  on(name: string, listener: (...args: unknown[]) => void): void;
  once(name: string, listener: (...args: unknown[]) => void): void;
  off(name: string, listener?: (...args: unknown[]) => void): void;
}

export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  /** 1001 from the list, 1014 from a service notification. */
  scene: number;
}

/** Calls the returned function to stop listening. */
export type Unsubscribe = () => void;

/** Navigation; every function rejects with a `WxFailure` that carries WeChat's own words. */
export interface Navigation {
  navigateTo(to: { url: string; events?: Record<string, (...args: unknown[]) => void> }): Promise<{
    eventChannel: EventChannel;
  }>;
  redirectTo(to: { url: string }): Promise<void>;
  navigateBack(by?: { delta?: number }): Promise<void>;
  switchTab(to: { url: string }): Promise<void>;
  reLaunch(to: { url: string }): Promise<void>;
}

export interface RuntimeHost extends Navigation {
  /** `graduate`, `secretary`, `teacher` or any other name the desk chose for this phone. */
  readonly seat: string;
  readonly openid: string;
  /** Version of the base library, `3.8.12`. */
  readonly library: string;
  /** What stands in this phone's way, or waits for it. */
  readonly conditions: ReadonlySet<Condition>;
  readonly shell: PhoneShell;
  readonly config: AppConfig;
  /** Prefix of every `localStorage` key of this phone: two phones share one origin. */
  readonly storagePrefix: string;
  /** Where sheets, toasts and modals are drawn: above all pages, outside the component tree. */
  readonly layer: HTMLElement;

  /** Bottom first. */
  pages(): readonly OpenPage[];
  /** The page on top; undefined only before the first page opened. */
  currentPage(): OpenPage | undefined;
  launchOptions(): LaunchOptions;
  /** Options of the latest `App.onShow`. */
  enterOptions(): LaunchOptions;

  /**
   * True while the handlers of the person's tap run, and for promises that resolve in the same task;
   * a timer or a network call ends it. What `wx.requestSubscribeMessage` and `wx.openSetting` ask for.
   */
  isInTap(): boolean;
  /** For taps outside the component tree (the button of a modal): code run by it counts as inside a tap. */
  runAsTap<T>(run: () => T): T;
  /** Epoch ms by the emulator's clock; `Date` inside the phone says the same. */
  now(): number;

  /** Changes the navigation bar of the top page and tells the frame. */
  setBar(change: Partial<NavigationBar>): void;
  /** Scrolls the top page; `duration` in ms, 0 jumps. */
  pageScrollTo(to: { scrollTop?: number; duration?: number; selector?: string }): void;
  /** Shows the spinner above the page and calls its `onPullDownRefresh`. */
  startPullDownRefresh(): void;
  stopPullDownRefresh(): void;
  /** Asks the top page's `onShareAppMessage` and hands the card to the frame; what a share button does. */
  shareCurrentPage(from: 'button' | 'menu', target?: unknown): Promise<void>;

  theme(): Theme;
  /** Size of body text as set in WeChat, 16 by default. */
  fontSize(): number;
  isOnline(): boolean;
  /** Errors nobody caught; in WeChat's order the message with its stack. */
  onError(listener: (message: string) => void): Unsubscribe;
  onRejection(listener: (reason: unknown) => void): Unsubscribe;
  onThemeChange(listener: (theme: Theme) => void): Unsubscribe;
  onNetworkChange(listener: (online: boolean) => void): Unsubscribe;
  onAppShow(listener: (options: LaunchOptions) => void): Unsubscribe;
  onAppHide(listener: () => void): Unsubscribe;

  /** Sends a WeChat event from a component; never bubbles unless asked to, as WeChat's own form events. */
  trigger(target: Element, name: string, detail: unknown, options?: { bubbles?: boolean }): void;
  /** The glass-easel component of a DOM element or of its nearest ancestor that has one. */
  componentOf(node: Node | null): Element | undefined;
  /** A component that declared `behaviors: ['wx://form-field']`; its `name` and `value` belong to the form. */
  isFormField(target: Element): boolean;

  /** Shows an error on the desk and keeps the page alive. */
  reportError(error: unknown): void;
  /** Runs code of the mini-program; what it throws or rejects with goes to `reportError`. */
  guard<T>(run: () => T): T | undefined;
}
