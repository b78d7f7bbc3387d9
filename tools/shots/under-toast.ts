import type { Page } from 'playwright-core';

/** As long as the longest that is said after a tap. */
const WORDS = '复制好了，补上你的情况，发给学院团委的老师就行';

interface MiniProgram {
  getCurrentPages(): { selectComponent(id: string): { setData(data: { words: string }): void } | null }[];
}

/**
 * What a finger could tap under the short message of the page that is open, as it stands before it is scrolled. One
 * line each; `no place` where the page has none. Masks behind sheets cover everything and are no buttons.
 */
export const underToast = async (tab: Page): Promise<string[]> => {
  const hasPlace = await tab.evaluate((words) => {
    const pages = (window as unknown as MiniProgram).getCurrentPages();
    const place = pages[pages.length - 1]?.selectComponent('#toast');
    place?.setData({ words });
    return Boolean(place);
  }, WORDS);
  if (!hasPlace) return ['no place'];
  const said = tab.locator('page-toast .said').filter({ visible: true }).last();
  await said.waitFor();
  return said.evaluate((message) => {
    const TAPPED =
      '[role="button"],[role="link"],[role="tab"],[role="radio"],[role="checkbox"],[role="switch"],button,input,textarea';
    const place = message.getBoundingClientRect();
    const page = message.closest('wx-page') ?? document.body;
    return [...page.querySelectorAll(TAPPED)].flatMap((button) => {
      const { top, bottom, left, right } = button.getBoundingClientRect();
      const isMask = bottom - top > window.innerHeight * 0.8;
      const isShown = bottom > top && right > left;
      const isUnder = top < place.bottom && bottom > place.top && left < place.right && right > place.left;
      const name = (button.getAttribute('aria-label') ?? button.textContent).trim().slice(0, 30);
      return isShown && isUnder && !isMask
        ? [
            `${name} (${Math.round(top)}–${Math.round(bottom)}) under ${Math.round(place.top)}–${Math.round(place.bottom)}`,
          ]
        : [];
    });
  });
};
