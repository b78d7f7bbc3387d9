/** How every page and panel of a desk loads. */
import type { Result } from '../domain/errors';
import { toast } from '../services/display';
import { dropTurns, load } from './load';
import { sayFailure } from './say-failure';

interface DeskPage {
  setData(data: { error: string }): void;
}

interface DeskLoading<T> {
  readonly ask: Promise<Result<T>>;
  /** Something is shown already: it stays, and the failure is said over it. */
  readonly isShown: boolean;
  readonly show: (data: T) => void;
}

/** A failure is said over what is shown, or stands where the content would. */
export const loadDesk = <T>(page: DeskPage, { ask, isShown, show }: DeskLoading<T>): Promise<void> =>
  load(page, {
    ask,
    show,
    fail: (failure) => {
      if (isShown) toast(sayFailure(failure));
      else page.setData({ error: sayFailure(failure) });
    },
  });

interface Reloadable extends DeskPage {
  load(): Promise<void>;
}

/** The button where something could not be shown. */
export const DESK_RETRY = {
  onRetryTap(this: Reloadable): void {
    this.setData({ error: '' });
    void this.load();
  },
};

/** How a page of a desk is asked for anew: by that button, and by pulling the page down. */
export const DESK_PAGE = {
  ...DESK_RETRY,

  async onPullDownRefresh(this: Reloadable): Promise<void> {
    await this.load();
    void wx.stopPullDownRefresh();
  },
};

interface Panel {
  load(): Promise<void>;
}

interface PersonPanel extends Panel {
  readonly data: { readonly id: string };
  /** Forgets whom it was about, and is about this one. */
  take(id: string): void;
}

/** A panel about one person follows its `memberId`; once it is gone, nothing it asked for is shown. */
export const PERSON_PANEL = {
  observers: {
    memberId(this: PersonPanel, id: string): void {
      if (id === '' || id === this.data.id) return;
      this.take(id);
      void this.load();
    },
  },
  lifetimes: {
    detached(this: Panel): void {
      dropTurns(this);
    },
  },
};

/** A panel loads when it is drawn; once it is gone, nothing it asked for is shown. */
export const DESK_PANEL_LIFETIMES = {
  attached(this: Panel): void {
    void this.load();
  },

  detached(this: Panel): void {
    dropTurns(this);
  },
};
