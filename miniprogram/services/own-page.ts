/** How every page that shows a person their own affairs loads. */
import type { Result } from '../domain/errors';
import { sayStale } from './offline-words';
import { afterAMoment, newest, once } from './once';
import { askOwnTransfer, recallOwnTransfer } from './own-transfer';
import { leaveStranger } from './session';
import { sayFailure } from './wording';

interface OwnPage {
  setData(data: { skeleton?: boolean; stale?: string; failure?: string }): void;
  /** Shows the newest known state; nothing when none is known yet. */
  render(): void;
}

interface Loading<T> {
  readonly ask: Promise<Result<T>>;
  readonly keep: (answer: T) => void;
  /** When what is known without this answer was said, epoch ms; null when there is nothing to show. */
  readonly knownAt: () => number | null;
}

/** Older content stays with a line over it when the cloud does not answer. */
export const loadOwnPage = async <T>(page: OwnPage, { ask, keep, knownAt }: Loading<T>): Promise<void> => {
  const callOff = afterAMoment(() => page.setData({ skeleton: true }));
  await newest(page, ask, (reply) => {
    page.setData({ skeleton: false });
    if (reply.ok) keep(reply.data);
    else if (leaveStranger(reply.error)) return;
    const failure = reply.ok ? null : reply.error;
    const at = knownAt();
    page.setData({
      stale: failure && at !== null ? sayStale(failure, at) : '',
      failure: failure && at === null ? sayFailure(failure) : '',
    });
    page.render();
  });
  callOff();
};

/** The graduate's own transfer, which is kept for all pages. */
export const refreshOwnTransfer = (page: OwnPage): Promise<void> =>
  loadOwnPage(page, {
    ask: askOwnTransfer(),
    keep: () => undefined,
    knownAt: () => recallOwnTransfer()?.at ?? null,
  });

interface RefreshingPage {
  data: { busy: string };
  setData(data: { busy: string }): void;
  refresh(): Promise<void>;
}

/** How a person asks for it anew: by pulling the page down, and by the button where it could not be shown. */
export const REFRESH_HANDLERS = {
  async onPullDownRefresh(this: RefreshingPage): Promise<void> {
    await this.refresh();
    void wx.stopPullDownRefresh();
  },

  onRetry(this: RefreshingPage): void {
    void once(this, 'load', () => this.refresh());
  },
};
