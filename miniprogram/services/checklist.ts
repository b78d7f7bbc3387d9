import { readStoredList } from './stored';
const STORED = 'prepared';

/** What the person ticked on the lists of things to prepare, by text: a phone's own note, the cloud has no use for it. */
export const readTicked = (): string[] =>
  readStoredList(STORED, (value): value is string => typeof value === 'string');

export const toggleTicked = (text: string): string[] => {
  const ticked = readTicked();
  const next = ticked.includes(text) ? ticked.filter((each) => each !== text) : [...ticked, text];
  wx.setStorageSync(STORED, next);
  return next;
};
