/** Which transfer stands for somebody in a season: its own, or an earlier one that goes on. */
import { outlastsSeason } from '../../../miniprogram/domain/transfer/outlasting';
import { rulesOf } from './rules-of';
import type { Store } from '../store/ports';
import { transferIdOf } from '../store/record-ids';
import type { Member, Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';

/** Whether a transfer goes on beyond the season it was begun in. */
export const outlasts = (transfer: Transfer): boolean =>
  outlastsSeason(
    { state: transfer.state, lastStep: timelineOf(transfer).slice(-1)[0]?.step },
    rulesOf(transfer).route,
  );

/** @param latest the person's latest transfer */
export const standingIn = (seasonId: string, latest: Transfer | undefined): Transfer | undefined =>
  latest && (latest.seasonId === seasonId || outlasts(latest)) ? latest : undefined;

/** Id of somebody's latest transfer; before their first one, the id that one would get in this season. */
export const latestIdOf = ({ _id, startedIn }: Member, seasonId: string): string =>
  transferIdOf(startedIn ?? seasonId, _id);

/** The same for many people, by one look-up. */
export const standingOfMany = async (
  { store }: { readonly store: Pick<Store, 'lookUp'> },
  members: readonly Member[],
  seasonId: string,
) => {
  const ids = members.map((member) => latestIdOf(member, seasonId));
  const { records, unreadable } = await store.lookUp('transfers', ids);
  const byMember = new Map(records.map((transfer) => [transfer.memberId, transfer]));
  return {
    of: ({ _id }: Member): Transfer | undefined => standingIn(seasonId, byMember.get(_id)),
    /** Whether the transfer is there and cannot be read. Then it is not said how far this person is: it might be wrong. */
    isUnreadable: (member: Member): boolean => unreadable.has(latestIdOf(member, seasonId)),
    unreadable,
  };
};
