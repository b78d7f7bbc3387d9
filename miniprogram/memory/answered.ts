/**
 * Which cloud functions have answered this person since the mini-program was opened. Who was answered there is known
 * there, also on a phone whose storage was cleared and that was opened by a link past home and signing in.
 */
const answered = new Set<string>();

export const markAnswered = (name: string): void => void answered.add(name);

/** @param name none asks for any of them */
export const wasAnswered = (name?: string): boolean =>
  name === undefined ? answered.size > 0 : answered.has(name);

export const forgetAnswered = (): void => answered.clear();
