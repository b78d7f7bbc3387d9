import { TAB_PAGES, type TabPage } from '../domain/reminding/pages';

let unread = 0;

interface WithTabBar {
  getTabBar?(): { setData(data: Record<string, unknown>): void } | undefined;
}

/**
 * Marks the tab of this page; each tab page has its own instance of the bar, so each calls this in `onShow`.
 * @param count unread messages, when this page has just learned them
 */
export const showTab = (page: WithTabBar, name: TabPage, count?: number): void => {
  if (count !== undefined) unread = count;
  page.getTabBar?.()?.setData({ selected: TAB_PAGES.indexOf(name), unread, hidden: false });
};

/** A visitor has nothing behind the tabs. */
export const hideTabs = (page: WithTabBar): void => void page.getTabBar?.()?.setData({ hidden: true });
