/** Everybody of a college with their transfer of the season, as 对账 compares them. */
import type { Ports } from '../../_shared/platform/ports';
import { inParallel } from '../../_shared/kernel/in-parallel';
import { branchesOf, membersOf } from '../../_shared/store/branches';
import { transferIdOf } from '../../_shared/store/record-ids';
import type { Branch, Member, Transfer } from '../../_shared/store/records';
import { RECONCILE } from './limits';

export interface RosterHere {
  readonly branches: readonly Branch[];
  readonly members: readonly Member[];
}

type Reads = Pick<Ports, 'store'>;

export const rosterHere = async (ports: Reads, collegeId: string): Promise<RosterHere> => {
  const branches = await branchesOf(ports, collegeId);
  const jobs = branches.map(
    ({ _id }) =>
      () =>
        membersOf(ports, _id),
  );
  return { branches, members: (await inParallel(jobs, RECONCILE.parallelBranches)).flat() };
};

/** By member; `unreadable` are those of whom nobody can tell how far they are. */
export const transfersOf = async (
  { store }: Reads,
  members: readonly Pick<Member, '_id'>[],
  seasonId: string,
): Promise<{ transfers: ReadonlyMap<string, Transfer>; unreadable: ReadonlySet<string> }> => {
  const idOf = ({ _id }: Pick<Member, '_id'>) => transferIdOf(seasonId, _id);
  const { records, unreadable } = await store.lookUp('transfers', members.map(idOf));
  return {
    transfers: new Map(records.map((transfer) => [transfer.memberId, transfer])),
    unreadable: new Set(members.filter((member) => unreadable.has(idOf(member))).map(({ _id }) => _id)),
  };
};
