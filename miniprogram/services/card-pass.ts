import type { Response } from '../domain/contract';
import type { Failure } from '../domain/errors';
import { call } from './call';

export type CardResponse = Response<'graduate', 'cardPass'>;

export interface LoadedCard {
  readonly card: CardResponse | null;
  /** Set when the card, if any, is an older one. */
  readonly failure: Failure | null;
}

const STORED = 'card-pass';

/** The cloud's clock minus this phone's, ms. */
let clockOffset = 0;

export const cardNow = (): number => Date.now() + clockOffset;

/** What the cloud said last, so that the desk's address and the list are there without a network. */
const recall = (): CardResponse | null => {
  const stored: unknown = wx.getStorageSync(STORED);
  return typeof stored === 'object' && stored !== null && 'missing' in stored
    ? (stored as CardResponse)
    : null;
};

/** One call; without network the last known card comes with the failure. */
export const loadCard = async (): Promise<LoadedCard> => {
  const reply = await call('graduate', 'cardPass', {});
  if (!reply.ok) return { card: recall(), failure: reply.error };
  clockOffset = reply.data.now - Date.now();
  wx.setStorageSync(STORED, reply.data);
  return { card: reply.data, failure: null };
};
