import { explainRefusal } from './device-refusal';

/**
 * Scans a branch's QR code; null when the person turned back.
 * @returns the query of the mini-program code's path, or the plain text as `scene`
 */
export const scanInvite = (): Promise<Record<string, string> | null> =>
  new Promise((resolve) => {
    wx.scanCode({
      success: ({ path, result }) => resolve(queryOf(path || result)),
      fail: ({ errMsg }) => {
        explainRefusal('camera', errMsg);
        resolve(null);
      },
    });
  });

const queryOf = (text: string): Record<string, string> => {
  const [, query] = text.split('?');
  if (query === undefined) return { scene: text };
  return Object.fromEntries(
    query.split('&').map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
};

/** Scans any QR code; its text, or null when the person turned back. */
export const scanCode = (): Promise<string | null> =>
  new Promise((resolve) => {
    wx.scanCode({
      success: ({ result }) => resolve(result),
      fail: ({ errMsg }) => {
        explainRefusal('camera', errMsg);
        resolve(null);
      },
    });
  });
