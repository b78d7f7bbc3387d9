/** A computer's window: how wide it is, and the keys pressed in it. */

/** From this width on a list and what is open of it stand side by side, px. */
const SIDE_BY_SIDE = 900;

export const isSideBySide = (windowWidth = wx.getWindowInfo().windowWidth): boolean =>
  windowWidth >= SIDE_BY_SIDE;

/** A key as it is called, in lower case; with shift where that was held. */
export interface Key {
  readonly name: string;
  readonly shift: boolean;
}

/**
 * Calls for every key until the answer is called. WeChat tells of keys on a computer alone, from library 3.6.0 on, and
 * of none while something is being typed.
 */
export const listenToKeys = (run: (key: Key) => void): (() => void) => {
  if (typeof wx.onKeyDown !== 'function') return () => undefined;
  const listener: WechatMiniprogram.OnKeyDownCallback = ({ key, shiftKey }) =>
    run({ name: key.toLowerCase(), shift: Boolean(shiftKey) });
  wx.onKeyDown(listener);
  return () => wx.offKeyDown(listener);
};
