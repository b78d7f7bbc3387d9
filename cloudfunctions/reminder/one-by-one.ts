import { describeBug } from '../_shared/kernel/bugs';
import type { Ports } from '../_shared/platform/ports';

/** Does something about each; one that fails is named in the log and stops none of the others. Returns how many it moved. */
export const oneByOne = async <T extends { readonly _id: string }>(
  { log }: Pick<Ports, 'log'>,
  job: string,
  records: readonly T[],
  move: (record: T) => Promise<{ readonly ok: boolean }>,
): Promise<number> => {
  let moved = 0;
  for (const record of records) {
    try {
      if ((await move(record)).ok) moved += 1;
    } catch (error) {
      log('sweep-failed', { job, id: record._id, ...describeBug(error) });
    }
  }
  return moved;
};
