/** Everything a query leads to, page by page. */
import type { CollectionName } from './collections';
import type { HasStore, Query } from './ports';
import type { RecordOf } from './records';

/** Fields of a record that are always text: pages are told apart by them. */
type TextField<C extends CollectionName> = {
  [K in keyof RecordOf<C> & string]: RecordOf<C>[K] extends string ? K : never;
}[keyof RecordOf<C> & string];

interface Pages<C extends CollectionName, K extends TextField<C>> {
  readonly where: Omit<Query<C>['where'], K>;
  /** The order; an index ends with it, and no two records under `where` have the same. */
  readonly by: K;
  readonly size: number;
}

/** None of them is empty. A page goes on behind the last record of the one before, whatever is written meanwhile. */
export async function* pagesOf<C extends CollectionName, K extends TextField<C>>(
  { store }: HasStore,
  collection: C,
  { where, by, size }: Pages<C, K>,
): AsyncGenerator<readonly RecordOf<C>[]> {
  for (let after = ''; ;) {
    const behind = { ...where, [by]: { gt: after } } as Query<C>['where'];
    const page = await store.find(collection, { where: behind, orderBy: [by, 'asc'], limit: size });
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < size) return;
    after = last[by] as string;
  }
}
