/** What this phone writes for itself; read back with care, for an earlier release may have left another shape there. */
import type { Answers } from '../domain/rules/flow';

/** Those of a stored list that have the shape; none when there is no list. */
export const readStoredList = <One>(name: string, isOne: (value: unknown) => value is One): One[] => {
  const stored: unknown = wx.getStorageSync(name);
  return Array.isArray(stored) ? stored.filter(isOne) : [];
};

/** Answers to the questions of a flow; none when there are none. */
export const readStoredAnswers = (name: string): Answers => {
  const stored: unknown = wx.getStorageSync(name);
  const isAnswers = (value: unknown): value is Answers =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) => typeof one === 'string');
  return isAnswers(stored) ? stored : {};
};

/** Null when nothing is there, or something without the part that every such thing has. */
export const readStored = <Kept extends object>(name: string, part: string & keyof Kept): Kept | null => {
  const stored: unknown = wx.getStorageSync(name);
  const isKept = (value: unknown): value is Kept =>
    typeof value === 'object' && value !== null && part in value;
  return isKept(stored) ? stored : null;
};

/** Kept until it is dropped, or until the phone needs the room. */
export const store = (name: string, value: object): void => wx.setStorageSync(name, value);

export const dropStored = (name: string): void => wx.removeStorageSync(name);
