import { toast } from './display';

/** Copies a text; WeChat shows its own “内容已复制”. Returns false when the person has not allowed it. */
export const copyText = (data: string): Promise<boolean> =>
  new Promise((resolve) => {
    wx.setClipboardData({ data, success: () => resolve(true), fail: () => resolve(false) });
  });

/** For a page that says itself that it is copied: WeChat's own word would cover what is read next. */
export const copyQuietly = async (data: string): Promise<boolean> => {
  const copied = await copyText(data);
  if (copied) void wx.hideToast();
  return copied;
};

/** Copies what can be selected on the page as well. */
export const copyOrSay = async (text: string): Promise<void> => {
  if (!(await copyText(text))) toast('没能复制，请长按文字自己选');
};
