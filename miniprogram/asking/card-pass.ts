import type { Response } from '../contract';
import type { Result } from '../domain/errors';
import { call } from './call';
import { recallOwnTransfer } from '../services/own-transfer';
import { readStored, store } from '../services/stored';

export type CardResponse = Response<'graduate', 'cardPass'>;

const STORED = 'card-pass';

/** What the cloud said last, so that the desk's address and the list are there without a network. */
export const recallCard = (): CardResponse | null => readStored<CardResponse>(STORED, 'missing');

/** One call; what it answers is kept on the phone. */
export const askCard = async (): Promise<Result<CardResponse>> => {
  const transferId = recallOwnTransfer()?.response.transfer?.id;
  const reply = await call('graduate', 'cardPass', transferId === undefined ? {} : { transferId });
  if (reply.ok) store(STORED, reply.data);
  return reply;
};
