/** From this size on (WeChat's own setting, 16 is the default) pages use the large layout. */
const LARGE_FROM = 18;

/** Whether the person set a large font in WeChat; goes to the root class `large`. */
export const isLargeFont = (): boolean => {
  const size = wx.getAppBaseInfo?.().fontSizeSetting;
  return typeof size === 'number' && size >= LARGE_FROM;
};

/** A short message in WeChat's own toast; long sentences need the plain kind without an icon. Nothing to say shows none. */
export const toast = (title: string): void => {
  if (!title) return;
  void wx.showToast({ title, icon: 'none', duration: 2500 });
};
