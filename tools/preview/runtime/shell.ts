/**
 * What the phone's frame (the desk around it) does for the mini-program inside it.
 * The desk puts an object of this shape on its window as `shells[seat]`; the phone page finds it through
 * `window.parent.shells?.[seat]` and falls back to a bare shell when it is opened alone.
 */
export interface PhoneShell {
  /** Called whenever the top page, its navigation bar or the depth of the page stack changes. */
  updateChrome(chrome: PhoneChrome): void;
  /** Draws WeChat's subscription sheet; resolves when the person has answered. */
  askSubscription(templates: SubscriptionTemplate[]): Promise<Record<string, SubscriptionAnswer>>;
  /** Draws WeChat's privacy sheet. */
  askPrivacy(purpose: string): Promise<'agree' | 'disagree'>;
  /** Shows an error thrown inside the phone on the desk page. */
  reportError(error: PhoneError): void;
  /** Shows what `wx.scanCode` would read: the desk lets the person paste or pick a QR content. */
  scanCode(): Promise<string | undefined>;
  /** A share card the mini-program produced. */
  share(card: { title: string; path: string; imageUrl?: string }): void;
}

export interface PhoneChrome {
  path: string;
  title: string;
  /** Number of pages on the stack; above 1 the frame shows a back arrow. */
  depth: number;
  backgroundColor: string;
  textStyle: 'black' | 'white';
  navigationStyle: 'default' | 'custom';
}

export interface SubscriptionTemplate {
  templateId: string;
  title: string;
  fields: { key: string; label: string }[];
}

export type SubscriptionAnswer = 'accept' | 'reject' | 'ban';

export interface PhoneError {
  seat: string;
  page: string;
  message: string;
  stack?: string;
}

/** What the phone page offers to the desk, as `window.phone`. */
export interface PhonePage {
  /** Opens a page as a tap on a service notification does: `reLaunch` to it, with the query of the message. */
  openFromNotification(page: string): void;
  back(): void;
  setTheme(theme: 'light' | 'dark'): void;
  setFontSize(size: number): void;
  setOnline(online: boolean): void;
  /** Since the phone was started; for measurements. */
  readonly setDataCount: { readonly calls: number; readonly bytes: number };
}
