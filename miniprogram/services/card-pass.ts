import type { Response } from '../domain/contract';
import type { Result } from '../domain/errors';
import { call } from './call';

export type CardResponse = Response<'graduate', 'cardPass'>;

const STORED = 'card-pass';

/** The cloud's clock minus this phone's, ms. */
let clockOffset = 0;

export const cardNow = (): number => Date.now() + clockOffset;

/** What the cloud said last, so that the desk's address and the list are there without a network. */
export const recallCard = (): CardResponse | null => {
  const stored: unknown = wx.getStorageSync(STORED);
  return typeof stored === 'object' && stored !== null && 'missing' in stored
    ? (stored as CardResponse)
    : null;
};

/** One call; what it answers is kept on the phone. */
export const askCard = async (): Promise<Result<CardResponse>> => {
  const reply = await call('graduate', 'cardPass', {});
  if (!reply.ok) return reply;
  clockOffset = reply.data.now - Date.now();
  wx.setStorageSync(STORED, reply.data);
  return reply;
};
