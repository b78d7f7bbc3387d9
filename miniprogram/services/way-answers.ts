import type { Answers } from '../domain/rules/flow';

const STORED = 'way-answers';

/** The answers given so far, so that Back, a closed app and a second look all find them. */
export const readWayAnswers = (): Answers => {
  const stored: unknown = wx.getStorageSync(STORED);
  return typeof stored === 'object' && stored !== null ? (stored as Answers) : {};
};

export const keepWayAnswers = (answers: Answers): void => wx.setStorageSync(STORED, answers);

export const forgetWayAnswers = (): void => wx.removeStorageSync(STORED);
