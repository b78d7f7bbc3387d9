/** How the pages load that everybody may read, signed in or not. */
import type { Failure } from '../domain/errors';
import { recallOwnTransfer } from '../services/own-transfer';
import { askReading, recallWelcome } from '../asking/visitor';
import { load } from './load';
import { loadOwnPage, type OwnPage } from './own-page';

/** What was known before stays with a line over it when the cloud does not answer. */
export const refreshReading = (page: OwnPage): Promise<void> =>
  loadOwnPage(page, {
    ask: askReading(),
    keep: () => undefined,
    knownAt: () => recallOwnTransfer()?.at ?? recallWelcome()?.at ?? null,
  });

/** For a page that says itself what it can show. */
export const loadReading = (
  page: object,
  said: { readonly show: () => void; readonly fail: (failure: Failure) => void },
): Promise<void> => load(page, { ask: askReading(), ...said });
