import { toast } from './display';

/** For a page that says itself that it is copied: WeChat's own word would lie over what is tapped next. */
export const copyQuietly = (data: string): Promise<boolean> =>
  new Promise((resolve) => {
    wx.setClipboardData({
      data,
      success: () => {
        void wx.hideToast();
        resolve(true);
      },
      fail: () => resolve(false),
    });
  });

/** Copies a text and says so; whoever knows more says it after this. False when the person has not allowed it. */
export const copyText = async (data: string): Promise<boolean> => {
  const copied = await copyQuietly(data);
  if (copied) toast('复制好了');
  return copied;
};

/** Copies what can be selected on the page as well. */
export const copyOrSay = async (text: string): Promise<void> => {
  if (!(await copyText(text))) toast('没能复制，请长按文字自己选');
};
