/** Sends what broke on a phone to WeChat's real-time log, where the operator reads it without anybody's data in it. */

const MOST_CHARACTERS = 800;

/**
 * What a program says about itself is Latin; people, places and organisations are Chinese or long numbers. So those
 * are struck before anything leaves the phone: positions such as `home.js:12:5` stay readable.
 */
export const withoutPersons = (text: string): string =>
  text
    .replace(/\p{Script=Han}+/gu, '…')
    .replace(/\d{5,}/g, '#')
    .slice(0, MOST_CHARACTERS);

const textOf = (error: unknown): string => {
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { stack, message, errMsg }: { stack?: unknown; message?: unknown; errMsg?: unknown } = error;
  return String(stack ?? message ?? errMsg ?? 'unknown');
};

/** The page on top, without its query, which may name a person's record. */
const place = (): string => getCurrentPages().slice(-1)[0]?.route ?? 'app';

/** Reports every error nobody caught; call it once, first thing. */
export const reportErrors = (): void => {
  const log = wx.getRealtimeLogManager();
  const report = (error: unknown): void => log.error(place(), withoutPersons(textOf(error)));
  wx.onError(report);
  wx.onUnhandledRejection(({ reason }) => report(reason));
};
