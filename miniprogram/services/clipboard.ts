import { toast } from './display';

/** Copies a text; WeChat shows its own “内容已复制”. Returns false when the person has not allowed it. */
export const copyText = (data: string): Promise<boolean> =>
  new Promise((resolve) => {
    wx.setClipboardData({ data, success: () => resolve(true), fail: () => resolve(false) });
  });

/** Copies what can be selected on the page as well. */
export const copyOrSay = async (text: string): Promise<void> => {
  if (!(await copyText(text))) toast('没能复制，请长按文字自己选');
};
