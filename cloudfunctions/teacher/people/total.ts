/** How many a list holds on all its pages: by the counters and counts that the board shows, so that both say the same. */
import type { Parsed } from '../../../miniprogram/contract';
import type { Ports } from '../../_shared/platform/ports';
import { countEarlier } from '../../_shared/season/earlier';
import { memberCounts } from '../board/load';
import { headsOf, readKept } from '../../_shared/transfers/figures/heads';
import type { College } from '../../_shared/store/records';
import { readTallies } from '../board/read-tallies';
import { sumOf, totalsOf } from '../board/totals';
import { funnelOf } from '../board/views';

type Filter = Parsed<'teacher', 'people'>['filter'];
type CountedFilter = Exclude<Filter, { by: 'branch' }>;

interface Scope {
  readonly collegeId: string;
  readonly seasonId: string;
}

/** @param filter not of a branch, whose people are counted by its index */
export const totalOf = async (
  ports: Pick<Ports, 'store' | 'memory' | 'clock'>,
  filter: CountedFilter,
  scope: Scope,
  reading: Promise<College | undefined>,
): Promise<number> => {
  if (filter.by === 'earlier') {
    const { collegeId, seasonId } = scope;
    return countEarlier(ports, { seasonId, collegeIds: [collegeId] });
  }
  const isIdle = filter.by === 'step' || filter.by === 'reached';
  const [totals, kept, college] = await Promise.all([
    readTallies(ports, scope).then(totalsOf),
    isIdle ? readKept(ports, [scope.collegeId]) : undefined,
    reading,
  ]);
  switch (filter.by) {
    case 'state':
      return sumOf(totals.cells, ({ state }) => state === filter.state);
    case 'way':
      return sumOf(totals.cells, ({ wayId }) => wayId === filter.wayId);
    case 'deadlineDay':
      return totals.deadlines.get(filter.day) ?? 0;
    default: {
      if (!college || !kept) return 0;
      const heads = await headsOf(ports, college, kept);
      const members = memberCounts(heads, sumOf(totals.cells));
      const at = funnelOf(totals, members).find(({ step }) => step === filter.step);
      return (filter.by === 'step' ? at?.here : at?.reached) ?? 0;
    }
  }
};
