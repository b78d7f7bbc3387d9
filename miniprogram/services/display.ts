import { keepSaid } from '../memory/said';

/** From this size on (WeChat's own setting, 16 is the default) pages use the large layout. */
const LARGE_FROM = 18;

/** Whether the person set a large font in WeChat; goes to the root class `large`. */
export const isLargeFont = (): boolean => {
  const size = wx.getAppBaseInfo?.().fontSizeSetting;
  return typeof size === 'number' && size >= LARGE_FROM;
};

const says = (part: unknown): part is { say(): void } =>
  typeof part === 'object' && part !== null && 'say' in part && typeof part.say === 'function';

/**
 * A short message at the top of the page, where it covers no button (`components/page-toast`). A page that is led to
 * at the same moment shows it too. Nothing to say shows none.
 */
export const toast = (words: string): void => {
  if (!words) return;
  keepSaid(words);
  const pages = getCurrentPages();
  const part: unknown = pages[pages.length - 1]?.selectComponent?.('#toast');
  if (says(part)) part.say();
  // A page that is only just being made has no place for it yet.
  else void wx.showToast({ title: words, icon: 'none', duration: 2500 });
};
