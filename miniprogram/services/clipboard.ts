/** Copies a text; WeChat shows its own “内容已复制”. Returns false when the person has not allowed it. */
export const copyText = (data: string): Promise<boolean> =>
  new Promise((resolve) => {
    wx.setClipboardData({ data, success: () => resolve(true), fail: () => resolve(false) });
  });
