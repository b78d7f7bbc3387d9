/** How every page that shows a person their own affairs loads. */
import type { Failure, Result } from '../domain/errors';
import { afterAMoment, load, once } from './load';
import { sayStale } from './stale';
import { askOwnTransfer } from '../asking/ask-own-transfer';
import { isLedAway } from '../memory/led-away';
import { isLargeFont } from '../services/display';
import { recallOwnTransfer, type Snapshot } from '../services/own-transfer';
import { sayFailure } from './say-failure';

/** What every page of this kind shows about its loading. */
export interface OwnPageData {
  large: boolean;
  /** The button that works, empty when none does. */
  busy: string;
  skeleton: boolean;
  /** Said over older content. */
  stale: string;
  /** Said where nothing could be shown. */
  failure: string;
}

export const OWN_PAGE_DATA: Readonly<OwnPageData> = {
  large: false,
  busy: '',
  skeleton: false,
  stale: '',
  failure: '',
};

export interface OwnPage {
  setData(data: { skeleton?: boolean; stale?: string; failure?: string }): void;
  /** Shows the newest known state; nothing when none is known yet. */
  render(): void;
}

interface OwnLoading<T> {
  readonly ask: Promise<Result<T>>;
  readonly keep: (answer: T) => void;
  /** When what is known without this answer was said, epoch ms; null when there is nothing to show. */
  readonly knownAt: () => number | null;
}

/** Older content stays with a line over it when the cloud does not answer. */
export const loadOwnPage = async <T>(page: OwnPage, { ask, keep, knownAt }: OwnLoading<T>): Promise<void> => {
  const callOff = afterAMoment(() => page.setData({ skeleton: true }));
  const settle = (failure: Failure | null): void => {
    const at = knownAt();
    page.setData({
      skeleton: false,
      stale: failure && at !== null ? sayStale(failure, at) : '',
      failure: failure && at === null ? sayFailure(failure) : '',
    });
    page.render();
  };
  await load(page, {
    ask,
    show: (answer) => {
      keep(answer);
      settle(null);
    },
    fail: (failure) => {
      if (isLedAway(failure)) page.setData({ skeleton: false });
      else settle(failure);
    },
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

/** For a page that can be worked on with an older state too; without any it says why. */
export const showOwnTransfer = (
  page: Pick<OwnPage, 'setData'>,
  show: (snapshot: Snapshot) => void,
): Promise<void> =>
  load(page, {
    ask: askOwnTransfer(),
    show,
    fail: (failure) => {
      if (isLedAway(failure)) return;
      const known = recallOwnTransfer();
      if (known) show(known);
      else page.setData({ failure: sayFailure(failure) });
    },
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

interface OpeningPage extends RefreshingPage {
  setData(data: { busy?: string; large?: boolean }): void;
  render(): void;
}

/** How such a page opens: with what is known, while it asks whether that is still so. */
export const OPENING_HANDLERS = {
  onLoad(this: OpeningPage): void {
    this.setData({ large: isLargeFont() });
  },

  onShow(this: OpeningPage): void {
    this.render();
    void this.refresh();
  },
};
