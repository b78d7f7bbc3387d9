import type { Result } from '../domain/errors';
import { call } from './call';
import { forgetDraftOfOthers } from '../services/draft-store';
import { askForWantedCode } from './wanted-code';
import { keepOwnTransfer, recallOwnTransfer, type Loaded, type Snapshot } from '../services/own-transfer';

/** One call; what it answers is kept for all pages. */
export const askOwnTransfer = async (): Promise<Result<Snapshot>> => {
  const reply = await call('graduate', 'home', {});
  if (!reply.ok) return reply;
  forgetDraftOfOthers(reply.data.transfer?.id ?? null);
  const snapshot = keepOwnTransfer(reply.data);
  void askForWantedCode();
  return { ok: true, data: snapshot };
};

/** One call; without network the last known state comes with the failure. */
export const loadOwnTransfer = async (): Promise<Loaded> => {
  const reply = await askOwnTransfer();
  return reply.ok
    ? { snapshot: reply.data, failure: null }
    : { snapshot: recallOwnTransfer(), failure: reply.error };
};
