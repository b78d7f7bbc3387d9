import { behindDoor, NEEDS_PERSON, pagePath, TAB_PAGES, type PageName } from '../domain/reminding/pages';
import { OWN_AFFAIRS } from '../domain/words/why-led';
import { offerSignIn } from './offer-sign-in';
import { isVisitor } from './session';

const TABS: readonly string[] = TAB_PAGES.map((name) => pagePath(name));

/** Opens a path with query as notices carry it, past a door; a tab takes no query. */
export const openPath = (path: string): void => {
  const [asked = '', query] = path.replace(/^\//, '').split('?');
  const bare = behindDoor(asked);
  const url = query === undefined ? `/${bare}` : `/${bare}?${query}`;
  if (TABS.includes(bare)) {
    void wx.switchTab({ url: `/${bare}` });
    return;
  }
  // WeChat keeps ten pages at most: on a full stack the new page takes the place of the top one.
  wx.navigateTo({ url, fail: () => void wx.redirectTo({ url }) });
};

/** A visitor who taps towards what is each person's own is asked to sign in first, and may decline. */
export const openPage = (name: PageName, query: Readonly<Record<string, string>> = {}): void => {
  if (NEEDS_PERSON[name] && isVisitor()) offerSignIn(OWN_AFFAIRS);
  else openPath(pagePath(name, query));
};

/** One page back, or home when this page was the first. */
export const goBack = (): void => {
  if (getCurrentPages().length > 1) void wx.navigateBack();
  else void wx.reLaunch({ url: `/${pagePath('home')}` });
};
