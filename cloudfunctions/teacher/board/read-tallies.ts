import { BOARD } from '../../_shared/kernel/policy';
import type { HasStore } from '../../_shared/store/ports';
import type { Tally } from '../../_shared/store/records';

/**
 * A season's counters, of one college or of all. Throws `UnreadableRecord` where one cannot be read, as beside those of
 * a later release: a sum without it would look like a figure, and be too small.
 */
export const readTallies = (
  { store }: HasStore,
  where: { readonly seasonId: string; readonly collegeId?: string },
): Promise<Tally[]> => store.find('tallies', { where, limit: BOARD.tallies, strict: true });
