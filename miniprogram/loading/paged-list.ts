/** How the lists of a desk load that the cloud hands out page by page. */
import type { Result } from '../domain/errors';
import { toast } from '../services/display';
import { beginTurn } from './load';
import { ownState } from '../memory/own-state';
import { sayFailure } from './say-failure';

/** A page of the cloud may be empty and still have a next one: it has looked at many branches. */
const MOST_EMPTY_PAGES = 10;

interface ListPage {
  readonly data: { readonly loadingMore: boolean };
  setData(data: { error?: string; loadingMore?: boolean }): void;
}

export interface List<P> {
  ask(cursor: { cursor?: string }): Promise<Result<P>>;
  nextOf(page: P): string | null;
  /** Rows are shown already: they stay, and a failure is said over them. */
  isShown(): boolean;
  /** Adds what came to the rows, or begins them anew; answers how many rows it brought. */
  show(page: P, isFirst: boolean): number;
}

export interface PagedLoader {
  /** From the start; what is still under way is not shown any more. */
  begin<P>(page: ListPage, list: List<P>): Promise<void>;
  /** The next page, when there is one and nobody is fetching it. */
  goOn<P>(page: ListPage, list: List<P>): Promise<void>;
}

/** One for each instance of a page. */
export const pagedLoader = (): PagedLoader => {
  let next: string | null = null;
  let isNewest = (): boolean => true;

  const fetch = async <P>(page: ListPage, list: List<P>, isFirst: boolean): Promise<void> => {
    const isWanted = isNewest;
    for (let pages = 0; pages < MOST_EMPTY_PAGES; pages += 1) {
      const reply = await list.ask(next === null ? {} : { cursor: next });
      if (!isWanted()) return;
      if (!reply.ok) {
        if (list.isShown()) toast(sayFailure(reply.error));
        else page.setData({ error: sayFailure(reply.error) });
        return;
      }
      next = list.nextOf(reply.data);
      if (list.show(reply.data, isFirst) > 0 || next === null) return;
    }
  };

  return {
    begin: async (page, list) => {
      isNewest = beginTurn(page);
      next = null;
      await fetch(page, list, true);
    },
    goOn: async (page, list) => {
      if (next === null || page.data.loadingMore || !list.isShown()) return;
      page.setData({ loadingMore: true });
      await fetch(page, list, false);
      page.setData({ loadingMore: false });
    },
  };
};

interface PageOfList extends ListPage {
  /** What it lists as things stand. */
  list(): List<unknown>;
  load(): Promise<void>;
  loadMore(): Promise<void>;
}

/** What every page does that shows one such list: `load` from the start, `loadMore` at its end. */
export const listHandlers = () => {
  const loaderOf = ownState(pagedLoader);
  return {
    async onPullDownRefresh(this: PageOfList): Promise<void> {
      await this.load();
      void wx.stopPullDownRefresh();
    },

    onReachBottom(this: PageOfList): void {
      void this.loadMore();
    },

    load(this: PageOfList): Promise<void> {
      return loaderOf(this).begin(this, this.list());
    },

    loadMore(this: PageOfList): Promise<void> {
      return loaderOf(this).goOn(this, this.list());
    },
  };
};
