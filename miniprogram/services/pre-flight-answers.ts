import type { Answers } from '../domain/rules/flow';

const STORED = 'pre-flight-answers';

/** Questions whose answer hangs on the receiver: another way asks them again. */
const ABOUT_RECEIVER: readonly string[] = ['province', 'province-party'];

/** What was answered before beginning on 智慧团建; a phone's own note, the cloud has no use for it. */
export const readPreFlight = (): Answers => {
  const stored: unknown = wx.getStorageSync(STORED);
  return typeof stored === 'object' && stored !== null ? (stored as Answers) : {};
};

export const keepPreFlight = (answers: Answers): void => wx.setStorageSync(STORED, answers);

/** Another receiver: what is about the person stays answered. */
export const forgetReceiver = (): void =>
  keepPreFlight(
    Object.fromEntries(Object.entries(readPreFlight()).filter(([id]) => !ABOUT_RECEIVER.includes(id))),
  );
