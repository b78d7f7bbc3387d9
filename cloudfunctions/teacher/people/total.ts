/** How many a list holds on all its pages: by the counters and counts that the board shows, so that both say the same. */
import type { Parsed } from '../../../miniprogram/contract';
import { BOARD } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { countEarlier } from '../../_shared/season/earlier';
import { countIdle } from '../board/load';
import { sumOf, totalsOf, type Totals } from '../board/totals';
import { funnelOf } from '../board/views';

type Filter = Parsed<'teacher', 'people'>['filter'];
type CountedFilter = Exclude<Filter, { by: 'branch' }>;

interface Scope {
  readonly collegeId: string;
  readonly seasonId: string;
}

const readTotals = async ({ store }: Pick<Ports, 'store'>, { collegeId, seasonId }: Scope): Promise<Totals> =>
  totalsOf(await store.find('tallies', { where: { seasonId, collegeId }, limit: BOARD.tallies }));

/** @param filter not of a branch, whose people are counted by its index */
export const totalOf = async (
  ports: Pick<Ports, 'store' | 'memory'>,
  filter: CountedFilter,
  scope: Scope,
): Promise<number> => {
  if (filter.by === 'earlier') return countEarlier(ports, scope);
  const totals = await readTotals(ports, scope);
  switch (filter.by) {
    case 'state':
      return sumOf(totals.cells, ({ state }) => state === filter.state);
    case 'way':
      return sumOf(totals.cells, ({ wayId }) => wayId === filter.wayId);
    case 'deadlineDay':
      return totals.deadlines.get(filter.day) ?? 0;
    default: {
      const idle = await countIdle(ports, scope.collegeId, Promise.resolve(0));
      const at = funnelOf(totals, idle).find(({ step }) => step === filter.step);
      return (filter.by === 'step' ? at?.here : at?.reached) ?? 0;
    }
  }
};
