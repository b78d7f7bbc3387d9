import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { allColleges, branchIdsOf } from '../../_shared/store/branches';
import { PURGE } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Season } from '../../_shared/store/records';
import { currentSeason } from '../../_shared/season/season';
import { brokenOff, countBrokenOff, finishBrokenOff } from './purge/broken-off';
import { add, countBranch, NOTHING, purgeBranch, type Counts } from './purge/purge-branch';

interface Part {
  readonly counts: Counts;
  readonly next: string | null;
}

/** Branches in an order that no change of names moves. */
const branchesFrom = async (ports: Ports, cursor: string | undefined): Promise<string[]> => {
  const colleges = await allColleges(ports);
  const ids = await branchIdsOf(
    ports,
    colleges.map(({ _id }) => _id),
  );
  return ids.sort().filter((id) => cursor === undefined || id >= cursor);
};

/** As many branches as one call has time for. */
const workOn = async (
  ports: Ports,
  branches: readonly string[],
  { season, dryRun }: { season: Season; dryRun: boolean },
): Promise<Result<Part>> => {
  const stopAt = ports.clock.now() + PURGE.budgetMs;
  let counts = NOTHING;
  for (const branchId of branches.slice(0, PURGE.branches)) {
    if (ports.clock.now() >= stopAt) return ok({ counts, next: branchId });
    if (dryRun) {
      counts = add(counts, await countBranch(ports, branchId, season));
      continue;
    }
    const done = await purgeBranch(ports, branchId, { season, stopAt });
    if (!done.ok) return done;
    counts = add(counts, done.data.counts);
    if (!done.data.isDone) return ok({ counts, next: branchId });
  }
  return ok({ counts, next: branches[PURGE.branches] ?? null });
};

/** One part of the work in the audit; with the last one the season says that it is done. */
const tell = (
  { store, clock }: Ports,
  { account, role }: CollegeCaller,
  season: Season,
  { counts, next }: Part,
): Promise<Result<undefined>> =>
  store.transact(async (tx) => {
    const at = clock.now();
    const stored = await tx.get('seasons', season._id);
    if (stored && next === null) tx.put('seasons', { ...stored, purgedAt: at });
    const subjectId = `season-${season._id}`;
    const key = `${at}-${next ?? 'end'}`;
    const actor = actingAs(account, role);
    putAudit(tx, { subjectId, key, action: 'purge-season', actor, at, facts: { ...counts } });
    return ok(undefined);
  });

/** Takes away what a past season left behind, part by part; the caller goes on with `next`. */
export const purgeSeason: UseCase<'teacher', 'purgeSeason', CollegeCaller> = async (
  ports,
  { caller, request: { seasonId, dryRun, cursor } },
) => {
  const [season, open] = await Promise.all([ports.store.get('seasons', seasonId), currentSeason(ports)]);
  if (!season) return fail('NOT_FOUND', 'seasonId');
  if (open.id === seasonId) return fail('SEASON_OPEN', 'seasonId');
  const [branches, left] = await Promise.all([branchesFrom(ports, cursor), brokenOff(ports)]);
  const finished = dryRun
    ? ok(cursor === undefined ? await countBrokenOff(ports, left) : NOTHING)
    : await finishBrokenOff(ports, left);
  if (!finished.ok) return finished;
  const worked = await workOn(ports, branches, { season, dryRun });
  if (!worked.ok) return worked;
  const part = { ...worked.data, counts: add(worked.data.counts, finished.data) };
  const told = dryRun ? ok(undefined) : await tell(ports, caller, season, part);
  if (!told.ok) return told;
  const { counts, next } = part;
  const branchesLeft = next === null ? 0 : branches.filter((id) => id >= next).length;
  return ok({ name: season.name, counts, branchesLeft, next, now: ports.clock.now() });
};
