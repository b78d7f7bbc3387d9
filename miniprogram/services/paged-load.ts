/** How the lists of a desk load that the cloud hands out page by page. */
import type { Result } from '../domain/errors';
import { leaveDesk, type Desk } from './desk-access';
import { toast } from './display';
import { ownState } from './own-state';
import { sayFailure } from './wording';

/** A page of the cloud may be empty and still have a next one: it has looked at many branches. */
const MOST_EMPTY_PAGES = 10;

interface ListPage {
  readonly data: { readonly rows: readonly unknown[] | null; readonly loadingMore: boolean };
  setData(data: { error?: string; loadingMore?: boolean }): void;
}

export interface List<P> {
  ask(cursor: { cursor?: string }): Promise<Result<P>>;
  nextOf(page: P): string | null;
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
export const pagedLoader = (desk: Desk): PagedLoader => {
  let turn = 0;
  let next: string | null = null;

  const fail = (page: ListPage, { error }: Extract<Result<unknown>, { ok: false }>): void => {
    if (leaveDesk(desk, error)) return;
    if (page.data.rows) toast(sayFailure(error));
    else page.setData({ error: sayFailure(error) });
  };

  const fetch = async <P>(page: ListPage, list: List<P>, isFirst: boolean): Promise<void> => {
    const mine = turn;
    for (let pages = 0; pages < MOST_EMPTY_PAGES; pages += 1) {
      const reply = await list.ask(next === null ? {} : { cursor: next });
      if (mine !== turn) return;
      if (!reply.ok) return fail(page, reply);
      next = list.nextOf(reply.data);
      if (list.show(reply.data, isFirst) > 0 || next === null) return;
    }
  };

  return {
    begin: async (page, list) => {
      turn += 1;
      next = null;
      await fetch(page, list, true);
    },
    goOn: async (page, list) => {
      if (next === null || page.data.loadingMore || !page.data.rows) return;
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
export const listHandlers = (desk: Desk) => {
  const loaderOf = ownState(() => pagedLoader(desk));
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
