/** Everything a query leads to, page by page. */
import type { CollectionName } from './collections';
import type { Condition, HasStore, Query } from './ports';
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

export interface PageOf<C extends CollectionName> {
  readonly records: readonly RecordOf<C>[];
  readonly isLast: boolean;
}

interface WholePage<C extends CollectionName, K extends keyof RecordOf<C> & string> {
  readonly where: Omit<Query<C>['where'], K>;
  /** The order; an index ends with it, and several records may have the same. */
  readonly by: K;
  readonly direction: 'asc' | 'desc';
  /** Where the page begins. */
  readonly beyond: Condition;
  readonly size: number;
  readonly strict?: true;
}

/** The server gives no more in one answer. */
const MOST_OF_ONE = 1000;

/**
 * A page that ends between two values of its order: those of one moment never fall between two pages. A moment that
 * fills a page alone comes whole.
 */
export const wholePage = async <C extends CollectionName, K extends keyof RecordOf<C> & string>(
  { store }: HasStore,
  collection: C,
  { where, by, direction, beyond, size, strict }: WholePage<C, K>,
): Promise<PageOf<C>> => {
  const at = (condition: Condition) => ({ ...where, [by]: condition }) as Query<C>['where'];
  const more = strict ? { strict } : {};
  const found = await store.find(collection, {
    where: at(beyond),
    orderBy: [by, direction],
    limit: size + 1,
    ...more,
  });
  const further = found[size];
  if (!further) return { records: found, isLast: true };
  const whole = found.filter((record) => record[by] !== further[by]);
  if (whole.length > 0) return { records: whole, isLast: false };
  const moment = at(further[by] as Condition);
  return {
    records: await store.find(collection, { where: moment, limit: MOST_OF_ONE, ...more }),
    isLast: false,
  };
};
