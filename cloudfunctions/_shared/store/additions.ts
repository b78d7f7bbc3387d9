/** What is added to numbers of records that nobody needs to read for it. */
import type { CloudCommand } from './cloud-database';
import type { CollectionName } from './collections';

export type Sums = Readonly<Record<string, number | undefined>>;

/** What one transaction adds to one record. */
export interface Added {
  readonly collection: CollectionName;
  readonly id: string;
  readonly amounts: Sums;
}

export const summed = (before: Sums = {}, more: Sums): Sums =>
  Object.entries(more).reduce<Sums>(
    (sums, [path, amount = 0]) => ({ ...sums, [path]: (sums[path] ?? 0) + amount }),
    before,
  );

/** As the database takes it: each number is raised where it stands, whoever else raises it. */
export const incrementsOf = ({ inc }: Pick<CloudCommand, 'inc'>, amounts: Sums): Record<string, object> =>
  Object.fromEntries(
    Object.entries(amounts).flatMap(([path, amount]) => (amount === undefined ? [] : [[path, inc(amount)]])),
  );
