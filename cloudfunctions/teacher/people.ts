import type { Parsed } from '../../miniprogram/domain/contract';
import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import type { Ports } from '../_shared/ports';
import { currentSeason, type CurrentSeason } from '../_shared/season';
import { peopleInBranch, type PeoplePage } from './people/by-member';
import { peopleByTransfer, transferQuery } from './people/by-transfer';
import { peopleAtSteps } from './people/stages';
import { collegesFor } from './scope';

type Filter = Parsed<'teacher', 'people'>['filter'];

const pageFor = async (
  ports: Ports,
  look: { filter: Filter; collegeId: string; season: CurrentSeason; after: string | undefined },
): Promise<Result<PeoplePage>> => {
  const { filter, collegeId, season, after } = look;
  if (filter.by === 'branch') {
    const branch = await ports.store.get('branches', filter.branchId);
    if (branch?.collegeId !== collegeId) return fail('BRANCH_UNKNOWN', 'filter.branchId');
    return ok(await peopleInBranch(ports, filter.branchId, season, after));
  }
  const scope = { collegeId, seasonId: season.id };
  if (filter.by === 'step' || filter.by === 'reached')
    return ok(await peopleAtSteps(ports, filter, { ...scope, after }));
  return ok(await peopleByTransfer(ports, [transferQuery(filter, scope)], after));
};

/** People behind a figure, fifty at a time. Without `collegeId` the own college; the committee has to name one. */
export const people: UseCase<'teacher', 'people', CollegeCaller> = async (
  ports,
  { caller, request: { collegeId, filter, cursor } },
) => {
  if (collegeId === undefined && caller.role === 'committee') return fail('COLLEGE_UNKNOWN', 'collegeId');
  const colleges = await collegesFor(ports, caller, collegeId);
  if (!colleges.ok) return colleges;
  const [college] = colleges.data;
  if (!college) return fail('COLLEGE_UNKNOWN', 'collegeId');
  const season = await currentSeason(ports);
  const page = await pageFor(ports, { filter, collegeId: college._id, season, after: cursor });
  return page.ok ? ok({ ...page.data, now: ports.clock.now() }) : page;
};
