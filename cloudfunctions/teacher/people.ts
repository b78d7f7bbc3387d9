import type { Parsed } from '../../miniprogram/domain/contract';
import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../_shared/entry';
import { ALL_COLLEGES, mayActFor, type CollegeCaller } from '../_shared/identity';
import type { Ports } from '../_shared/ports';
import { currentSeason } from '../_shared/season';
import { membersInBranch, peopleInBranch, type PeoplePage } from './people/by-member';
import { peopleByTransfer, transferQuery } from './people/by-transfer';
import { peopleAtSteps } from './people/stages';

type Filter = Parsed<'teacher', 'people'>['filter'];

/** The season, and a branch that is asked for by its id with its people. */
const readNamed = async (ports: Ports, { filter, cursor }: Parsed<'teacher', 'people'>) => {
  const branchId = filter.by === 'branch' ? filter.branchId : undefined;
  const [season, branch, members] = await Promise.all([
    currentSeason(ports),
    branchId === undefined ? undefined : ports.store.get('branches', branchId),
    branchId === undefined ? [] : membersInBranch(ports, branchId, cursor),
  ]);
  return { season, branch, members };
};

type Named = Awaited<ReturnType<typeof readNamed>>;

const pageFor = async (
  ports: Ports,
  { season, branch, members }: Named,
  { filter, collegeId, after }: { filter: Filter; collegeId: string; after: string | undefined },
): Promise<Result<PeoplePage>> => {
  if (filter.by === 'branch') {
    if (branch?.collegeId !== collegeId) return fail('BRANCH_UNKNOWN', 'filter.branchId');
    return ok(await peopleInBranch(ports, members, season));
  }
  const scope = { collegeId, seasonId: season.id };
  if (filter.by === 'step' || filter.by === 'reached')
    return ok(await peopleAtSteps(ports, filter, { ...scope, after }));
  return ok(await peopleByTransfer(ports, [transferQuery(filter, scope)], after));
};

/** People behind a figure, fifty at a time. Without `collegeId` the own college; the committee has to name one. */
export const people: EarlyReader<'teacher', 'people', CollegeCaller> = readingEarly(
  readNamed,
  async (ports, { caller, request: { collegeId = caller.scopeId, filter, cursor } }, named) => {
    const isOwn = collegeId !== ALL_COLLEGES && mayActFor(caller, collegeId);
    const [college, page] = await Promise.all([
      isOwn ? ports.store.get('colleges', collegeId) : undefined,
      pageFor(ports, named, { filter, collegeId, after: cursor }),
    ]);
    if (!college) return fail('COLLEGE_UNKNOWN', 'collegeId');
    return page.ok ? ok({ ...page.data, now: ports.clock.now() }) : page;
  },
);
