/** What lies in the clipboard; null when WeChat or the person does not allow reading it. */
export const readClipboard = (): Promise<string | null> =>
  new Promise((resolve) => {
    wx.getClipboardData({ success: ({ data }) => resolve(data), fail: () => resolve(null) });
  });
