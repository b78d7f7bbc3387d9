import type { CollectionName } from './collections';
import type { HasStore, Query } from './ports';
import type { RecordOf } from './records';

/** The fields of a record that say when something of it is due, epoch ms; null or absent where nothing is. */
type Moments<C extends CollectionName> = {
  [K in keyof RecordOf<C> & string]: Exclude<RecordOf<C>[K], null | undefined> extends number ? K : never;
}[keyof RecordOf<C> & string];

/** The lowest moment among the records that meet the condition, epoch ms; `Infinity` where none has one. */
export const earliest = async <C extends CollectionName>(
  { store }: HasStore,
  collection: C,
  field: Moments<C>,
  where: Query<C>['where'] = {},
): Promise<number> => {
  const due: Query<C>['where'] = { ...where, [field]: { gt: 0 } };
  const [first] = await store.find(collection, { where: due, orderBy: [field, 'asc'], limit: 1 });
  const moment: unknown = first?.[field];
  return typeof moment === 'number' ? moment : Infinity;
};
