/** People of earlier seasons whose transfer goes on: they stand beside the open season's figures, never among them. */
import { MAY_OUTLAST } from '../../../miniprogram/domain/transfer/outlasting';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { PAGING } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import type { Query, Store } from '../store/ports';
import { outlasts } from './standing-in';

/** More than a college leaves unfinished; where there are more, the figure is a lower bound. */
const MOST = 1000;

/** Of those that may outlast a season the ones that do by their state alone. */
const UNDER_WAY: readonly TransferState[] = MAY_OUTLAST.filter(
  (state) => !['draft', 'accepted', 'recorded'].includes(state),
);

type Reads = Pick<Ports, 'memory'> & { readonly store: Pick<Store, 'find' | 'findIds'> };

interface Scope {
  readonly seasonId: string;
  readonly collegeId: string;
}

/** Ids of the seasons before this one, as they were at most a minute ago: seasons are opened once a year. */
const earlierSeasons = async ({ store, memory }: Reads, seasonId: string): Promise<string[]> => {
  const newest = { where: {}, orderBy: ['openedAt', 'desc'], limit: PAGING.seasons } as const;
  const all = await memory.recall('season ids', () => store.findIds('seasons', newest));
  return all.filter((id) => id < seasonId);
};

/** Transfers of earlier seasons that may go on; `outlasts` says of each whether it does. None without such a season. */
export const earlierWhere = async (
  ports: Reads,
  { seasonId, collegeId }: Scope,
): Promise<Query<'transfers'>['where'] | undefined> => {
  const seasons = await earlierSeasons(ports, seasonId);
  return seasons.length === 0
    ? undefined
    : { collegeId, seasonId: { in: seasons }, state: { in: [...MAY_OUTLAST] } };
};

/**
 * Season by season and state by state, so that no transfer of the open season is looked at.
 *
 * @param collegeIds those whose people are counted: one, or all of the university
 */
export const countEarlier = async (
  ports: Reads,
  { collegeIds, seasonId }: { readonly collegeIds: readonly string[]; readonly seasonId: string },
): Promise<number> => {
  const seasons = await earlierSeasons(ports, seasonId);
  if (seasons.length === 0 || collegeIds.length === 0) return 0;
  const found = await ports.store.find('transfers', {
    where: {
      collegeId: { in: [...collegeIds] },
      seasonId: { in: seasons },
      state: { in: [...MAY_OUTLAST] },
    },
    limit: MOST,
  });
  return found.filter(outlasts).length;
};

/** People of all seasons who would go on beside a next one: by index alone, who is recorded or arrived counts as through. */
export const countUnfinished = ({ store }: { readonly store: Pick<Store, 'count'> }): Promise<number> =>
  store.count('transfers', { state: { in: [...UNDER_WAY] } });
