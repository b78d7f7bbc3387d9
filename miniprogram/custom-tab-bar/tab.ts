import { TAB_PAGES, type TabPage } from '../domain/reminding/pages';

let unread = 0;

interface WithTabBar {
  getTabBar?(): { setData(data: Record<string, unknown>): void } | undefined;
}

/**
 * Marks the tab of this page; each tab page has its own instance of the bar, so each calls this in `onShow`.
 * @param count unread messages, when this page has just learned them
 */
export const showTab = (page: unknown, name: TabPage, count?: number): void => {
  if (count !== undefined) unread = count;
  (page as WithTabBar).getTabBar?.()?.setData({ selected: TAB_PAGES.indexOf(name), unread, hidden: false });
};

/** A visitor has nothing behind the tabs. */
export const hideTabs = (page: unknown): void =>
  void (page as WithTabBar).getTabBar?.()?.setData({ hidden: true });
