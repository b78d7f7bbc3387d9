/** What she found so far, kept on this phone: a break, or a call in between, loses nothing. */
import { readStored } from '../../../../services/stored';

/** yes: stands in the list with the same organisation. no: cannot be found. unsure: something differs. */
export type Found = 'yes' | 'no' | 'unsure';

interface Answers {
  readonly byTransfer: Readonly<Record<string, Found>>;
}

const STORED = 'check-mode';

const isFound = (value: unknown): value is Found => value === 'yes' || value === 'no' || value === 'unsure';

export const readAnswers = (): Map<string, Found> => {
  const stored = readStored<Answers>(STORED, 'byTransfer');
  const entries = Object.entries(stored?.byTransfer ?? {});
  return new Map(entries.filter((entry): entry is [string, Found] => isFound(entry[1])));
};

export const keepAnswers = (answers: ReadonlyMap<string, Found>): void => {
  const byTransfer: Record<string, Found> = {};
  answers.forEach((found, transferId) => (byTransfer[transferId] = found));
  wx.setStorageSync(STORED, { byTransfer } satisfies Answers);
};
