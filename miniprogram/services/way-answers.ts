import { readStoredAnswers } from './stored';
import type { Answers } from '../domain/rules/flow';

const STORED = 'way-answers';
/** Whoever tries rules that are not published walks beside their own answers. */
const keyFor = (rules: string): string => (rules ? `${STORED}-tried` : STORED);

/** The answers given so far, so that Back, a closed app and a second look all find them. */
export const readWayAnswers = (rules = ''): Answers => readStoredAnswers(keyFor(rules));

export const keepWayAnswers = (answers: Answers, rules = ''): void =>
  wx.setStorageSync(keyFor(rules), answers);

export const forgetWayAnswers = (rules = ''): void => wx.removeStorageSync(keyFor(rules));
