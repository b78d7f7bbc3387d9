/** People of earlier seasons whose transfer goes on: they stand beside the open season's figures, never among them. */
import { MAY_OUTLAST } from '../../../miniprogram/domain/transfer/outlasting';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { Query, Store } from '../store/ports';
import { outlasts } from './standing-in';

/** More than a college leaves unfinished; where there are more, the figure is a lower bound. */
const MOST = 1000;

/** Of those that may outlast a season the ones that do by their state alone. */
const UNDER_WAY: readonly TransferState[] = MAY_OUTLAST.filter(
  (state) => !['draft', 'accepted', 'recorded'].includes(state),
);

interface Scope {
  readonly seasonId: string;
  readonly collegeId: string;
}

const earlierOf = ({ seasonId, collegeId }: Scope) => ({ collegeId, seasonId: { lt: seasonId } });

/** Transfers of earlier seasons that may go on, by their state; `outlasts` says of each whether it does. */
export const earlierByState = (scope: Scope): Query<'transfers'>['where'][] =>
  MAY_OUTLAST.map((state) => ({ ...earlierOf(scope), state }));

export const countEarlier = async (
  { store }: { readonly store: Pick<Store, 'find'> },
  scope: Scope,
): Promise<number> => {
  const found = await store.find('transfers', {
    where: { ...earlierOf(scope), state: { in: [...MAY_OUTLAST] } },
    limit: MOST,
  });
  return found.filter(outlasts).length;
};

/** People of all seasons who would go on beside a next one: by index alone, who is recorded or arrived counts as through. */
export const countUnfinished = ({ store }: { readonly store: Pick<Store, 'count'> }): Promise<number> =>
  store.count('transfers', { state: { in: [...UNDER_WAY] } });
