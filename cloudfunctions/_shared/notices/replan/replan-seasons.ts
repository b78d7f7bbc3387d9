/** Plans reminders anew after a season was changed: branch by branch, as much as one turn of the timer can. */
import { ok, type Result } from '../../../../miniprogram/domain/errors';
import { inParallel } from '../../kernel/in-parallel';
import type { Ports } from '../../platform/ports';
import type { Replan } from '../../store/records';
import { ifReadable } from '../../store/records/unreadable';
import { currentSeason, forCollege, type CurrentSeason } from '../../season/season';
import { membersOf } from '../../store/branches';
import { replanPerson } from './replan-person';

const BUDGET_MS = 10_000;
/** Longer than a turn and its last branch can take. */
const LEASE_MS = 60_000;
const PARALLEL = 5;

const takeLease = ({ store, clock }: Ports, id: string): Promise<Result<Replan | undefined>> =>
  store.transact(async (tx) => {
    const replan = await tx.get('replans', id);
    const now = clock.now();
    if (!replan || replan.leaseUntil > now) return ok(undefined);
    tx.put('replans', { ...replan, leaseUntil: now + LEASE_MS });
    return ok(replan);
  });

/** Strikes the branches that are done, unless the season was changed again and all begins anew. */
const release = ({ store }: Ports, { _id, startedAt }: Replan, done: readonly string[]) =>
  store.transact(async (tx) => {
    const replan = await tx.get('replans', _id);
    if (!replan) return ok(undefined);
    const left =
      replan.startedAt === startedAt ? replan.left.filter((id) => !done.includes(id)) : replan.left;
    if (left.length === 0) tx.remove('replans', _id);
    else tx.put('replans', { ...replan, left, leaseUntil: 0 });
    return ok(undefined);
  });

/** True when everybody of the branch is done. */
const replanBranch = async (ports: Ports, branchId: string, season: CurrentSeason): Promise<boolean> => {
  const members = await membersOf(ports, branchId);
  const bound = members.filter(({ accountId }) => accountId !== null);
  const jobs = bound.map((member) => async () => {
    const known = { member, season: forCollege(season, member.collegeId) };
    // The branch is done without who has something nobody can read.
    return (await ifReadable(replanPerson(ports, member._id, known))) ?? ok(undefined);
  });
  return (await inParallel(jobs, PARALLEL)).every((one) => one.ok);
};

/** Resolves to the number of branches looked at. */
export const replanSeasons = async (ports: Ports): Promise<number> => {
  const stopAt = ports.clock.now() + BUDGET_MS;
  const [waiting] = await ports.store.find('replans', { where: {}, orderBy: ['startedAt', 'asc'], limit: 1 });
  const leased = waiting ? await takeLease(ports, waiting._id) : ok(undefined);
  if (!leased.ok || !leased.data) return 0;
  const season = await currentSeason(ports);
  const done: string[] = [];
  let looked = 0;
  // A season that is over has nothing to be reminded of.
  const branches = season.id === leased.data._id ? leased.data.left : [];
  for (const branchId of branches) {
    if (ports.clock.now() >= stopAt) break;
    if (await replanBranch(ports, branchId, season)) done.push(branchId);
    looked += 1;
  }
  await release(ports, leased.data, season.id === leased.data._id ? done : leased.data.left);
  return looked;
};
