import type { PageName } from '../domain/reminding/pages';

const ORDER: readonly PageName[] = ['home', 'track', 'messages', 'me'];

let unread = 0;

interface TabPage {
  getTabBar?(): { setData(data: Record<string, unknown>): void } | undefined;
}

/**
 * Marks the tab of this page; each tab page has its own instance of the bar, so each calls this in `onShow`.
 * @param count unread messages, when this page has just learned them
 */
export const showTab = (page: unknown, name: PageName, count?: number): void => {
  if (count !== undefined) unread = count;
  (page as TabPage).getTabBar?.()?.setData({ selected: ORDER.indexOf(name), unread, hidden: false });
};

/** A visitor has nothing behind the tabs. */
export const hideTabs = (page: unknown): void =>
  void (page as TabPage).getTabBar?.()?.setData({ hidden: true });
