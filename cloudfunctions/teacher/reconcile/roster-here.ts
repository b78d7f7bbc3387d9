/** Everybody of a college with their transfer of the season, as 对账 compares them. */
import type { KnownBranch } from '../../../miniprogram/domain/people/reconcile/branch-names';
import type { Ports } from '../../_shared/platform/ports';
import { inParallel } from '../../_shared/kernel/in-parallel';
import { branchesOf, membersOf } from '../../_shared/store/branches';
import { standingOfMany } from '../../_shared/season/standing-in';
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

/** As lists are compared with them, by every spelling that rosters had. */
export const knownBranches = (branches: readonly Branch[]): KnownBranch[] =>
  branches.map(({ _id: id, name, aliases }) => ({ id, name, aliases }));

/**
 * By member; `unreadable` are those of whom nobody can tell how far they are. Whoever is still under way from an earlier
 * season stands here with that transfer: it is what the list of 智慧团建 is about.
 */
export const transfersOf = async (
  { store }: Reads,
  members: readonly Member[],
  seasonId: string,
): Promise<{ transfers: ReadonlyMap<string, Transfer>; unreadable: ReadonlySet<string> }> => {
  const standing = await standingOfMany({ store }, members, seasonId);
  const found = members.flatMap((member): [string, Transfer][] => {
    const transfer = standing.of(member);
    return transfer ? [[member._id, transfer]] : [];
  });
  return {
    transfers: new Map(found),
    unreadable: new Set(members.filter(standing.isUnreadable).map(({ _id }) => _id)),
  };
};
