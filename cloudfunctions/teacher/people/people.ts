import type { Parsed } from '../../../miniprogram/contract';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { isCollegeAffair } from '../../../miniprogram/domain/transfer/lifecycle';
import { wayOf } from '../../../miniprogram/domain/rules/rulebook';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { rulebookNamed, seasonShown } from '../../_shared/season/season';
import { membersInBranch, peopleInBranch, peopleInBranchAt, type PeoplePage } from './by-member';
import { peopleByTransfer, peopleOfEarlier, transferQuery } from './by-transfer';
import type { PersonRow } from './row';
import { lastSeen, peopleAtSteps, type StepFilter } from './stages';
import { totalOf } from './total';

type Request = Parsed<'teacher', 'people'>;

const isBySteps = (filter: Request['filter']): filter is StepFilter =>
  filter.by === 'step' || filter.by === 'reached';

/** The season, a branch that is asked for by its id with its people, and whom a cursor names. */
const readNamed = async (ports: Ports, { filter, cursor }: Request) => {
  const branchId = filter.by === 'branch' ? filter.branchId : undefined;
  const [season, branch, members, last] = await Promise.all([
    seasonShown(ports),
    branchId === undefined ? undefined : ports.store.get('branches', branchId),
    branchId === undefined ? [] : membersInBranch(ports, branchId, cursor),
    isBySteps(filter) ? lastSeen(ports, filter, cursor) : undefined,
  ]);
  return { season, branch, members, last };
};

type Named = Awaited<ReturnType<typeof readNamed>>;

interface Page extends PeoplePage {
  /** How many a branch has in all, where it is asked for. */
  readonly ofBranch?: number;
}

/** A page of a branch; those at one step are few enough to come on one. */
const pageOfBranch = async (
  ports: Ports,
  { members, season }: Pick<Named, 'members' | 'season'>,
  { branchId, step }: Extract<Request['filter'], { by: 'branch' }>,
): Promise<Page> => {
  if (step !== undefined) {
    const found = await peopleInBranchAt(ports, branchId, step, season);
    return { ...found, ofBranch: found.people.length };
  }
  const [page, ofBranch] = await Promise.all([
    peopleInBranch(ports, members, season),
    ports.store.count('members', { branchId }),
  ]);
  return { ...page, ofBranch };
};

const pageFor = async (
  ports: Ports,
  { season, branch, members, last }: Named,
  { filter, collegeId, cursor }: Request & { collegeId: string },
): Promise<Result<Page>> => {
  if (filter.by === 'branch') {
    if (branch?.collegeId !== collegeId) return fail('BRANCH_UNKNOWN', 'filter.branchId');
    return ok(await pageOfBranch(ports, { members, season }, filter));
  }
  const scope = { collegeId, seasonId: season.id };
  if (isBySteps(filter)) return ok(await peopleAtSteps(ports, filter, scope, { cursor, last }));
  if (filter.by === 'earlier') return ok(await peopleOfEarlier(ports, scope, cursor));
  return ok(await peopleByTransfer(ports, transferQuery(filter, scope), cursor));
};

const isCollegeWay = (wayId: string, { season }: Named): boolean =>
  wayOf(rulebookNamed(season.rulebookId), wayId)?.routes.some(isCollegeAffair) ?? true;

const withoutCollegeWay = (row: PersonRow, named: Named): PersonRow =>
  row.wayId !== null && isCollegeWay(row.wayId, named) ? { ...row, wayId: null } : row;

/** People behind a figure, fifty at a time. Without `collegeId` the own college; the committee has to name one. */
export const people: EarlyReader<'teacher', 'people', CollegeCaller> = readingEarly(
  readNamed,
  async (ports, { caller, request }, named) => {
    const { collegeId = caller.scopeId } = request;
    const { filter, cursor } = request;
    const isOwn = collegeId !== ALL_COLLEGES && mayActFor(caller, collegeId);
    const isFirst = cursor === undefined;
    // Who is on which way the college handles, a committee is not told: its board folds them, and so do its lists.
    if (filter.by === 'way' && caller.scopeId === ALL_COLLEGES && isCollegeWay(filter.wayId, named))
      return ok({ people: [], next: null, total: 0, now: ports.clock.now() });
    const reading = isOwn ? ports.store.get('colleges', collegeId) : Promise.resolve(undefined);
    const [college, page, counted] = await Promise.all([
      reading,
      pageFor(ports, named, { ...request, collegeId }),
      isFirst && filter.by !== 'branch'
        ? totalOf(ports, filter, { collegeId, seasonId: named.season.id }, reading)
        : null,
    ]);
    if (!college) return fail('COLLEGE_UNKNOWN', 'collegeId');
    if (!page.ok) return page;
    const { people: found, next, ofBranch = null } = page.data;
    const isCommittee = caller.scopeId === ALL_COLLEGES;
    const shown = isCommittee ? found.map((row) => withoutCollegeWay(row, named)) : found;
    return ok({ people: shown, next, total: isFirst ? (counted ?? ofBranch) : null, now: ports.clock.now() });
  },
);
