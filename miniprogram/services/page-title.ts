/**
 * The words in the navigation bar. WeChat gives them to whatever page is on top at that moment: a page whose answer
 * comes after it was left would write its title over another page, or another person's.
 */
export const titlePage = (page: object, title: string): void => {
  const pages: readonly object[] = getCurrentPages();
  if (pages[pages.length - 1] === page) void wx.setNavigationBarTitle({ title });
};
