/** What is added to numbers of records that nobody needs to read for it. */
import type { CloudCommand } from './cloud-database';

export type Sums = Readonly<Record<string, number | undefined>>;

/** As the database takes it: each number is raised where it stands, whoever else raises it. */
export const incrementsOf = ({ inc }: Pick<CloudCommand, 'inc'>, amounts: Sums): Record<string, object> =>
  Object.fromEntries(
    Object.entries(amounts).flatMap(([path, amount]) => (amount === undefined ? [] : [[path, inc(amount)]])),
  );
