/** A computer's window: how wide it is, and the keys pressed in it. */

/** From this width on a list and what is open of it stand side by side, px. */
const SIDE_BY_SIDE = 900;

export const isSideBySide = (windowWidth = wx.getWindowInfo().windowWidth): boolean =>
  windowWidth >= SIDE_BY_SIDE;

const COMPUTERS: readonly string[] = ['windows', 'mac'];

/** Beside another window the own one may be as narrow as a phone. */
export const isComputer = (): boolean =>
  COMPUTERS.includes(wx.getDeviceInfo?.().platform ?? '') || isSideBySide();

/** Whether WeChat tells of keys here: on a computer, from library 3.6.0 on. */
export const hearsKeys = (): boolean => wx.canIUse('onKeyDown') && wx.canIUse('offKeyDown') && isComputer();

/** A key as it is called, in lower case; with shift where that was held. */
export interface Key {
  readonly name: string;
  readonly shift: boolean;
}

/**
 * Calls for every key until the answer is called; for none where WeChat tells of none, or while something is typed.
 */
export const listenToKeys = (run: (key: Key) => void): (() => void) => {
  if (!hearsKeys()) return () => undefined;
  const listener: WechatMiniprogram.OnKeyDownCallback = ({ key, shiftKey }) =>
    run({ name: key.toLowerCase(), shift: Boolean(shiftKey) });
  wx.onKeyDown(listener);
  return () => wx.offKeyDown(listener);
};
