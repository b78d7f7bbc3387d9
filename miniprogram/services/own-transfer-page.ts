/** Pages over the graduate's own transfer: what the phone remembers at once, then what the cloud says. */
import { sayStale } from './offline-words';
import { afterAMoment, newestOnly } from './once';
import { loadOwnTransfer } from './own-transfer';
import { leaveStranger } from './session';
import { sayFailure } from './wording';

interface OwnTransferPage {
  setData(data: { skeleton?: boolean; stale?: string; failure?: string }): void;
  /** Shows the newest known state; nothing when none is known yet. */
  render(): void;
}

/** One for each page. Older content stays with a line over it when the cloud does not answer. */
export const ownTransferRefresher = () => {
  const newest = newestOnly();
  return async (page: OwnTransferPage): Promise<void> => {
    const callOff = afterAMoment(() => page.setData({ skeleton: true }));
    await newest(loadOwnTransfer(), ({ snapshot, failure }) => {
      page.setData({ skeleton: false });
      if (failure && leaveStranger(failure)) return;
      page.setData({
        stale: failure && snapshot ? sayStale(failure, snapshot.at) : '',
        failure: failure && !snapshot ? sayFailure(failure) : '',
      });
      page.render();
    });
    callOff();
  };
};
