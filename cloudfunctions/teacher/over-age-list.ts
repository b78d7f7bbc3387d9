import { mustReportAge } from '../../miniprogram/domain/age';
import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { inParallel } from '../_shared/in-parallel';
import { branchIdsOf, membersOf } from '../_shared/people/branches';
import { currentSeason, rulebookNamed } from '../_shared/season';
import { collegesFor } from './scope';

/** Branches looked through in one call; a page holds whoever is found in them. */
const BRANCHES_PER_PAGE = 40;
const PARALLEL = 8;

/** Who has reached the age limit without a League post, branch by branch. */
export const overAgeList: UseCase<'teacher', 'overAgeList', CollegeCaller> = async (
  ports,
  { caller, request: { collegeId, cursor } },
) => {
  const colleges = await collegesFor(ports, caller, collegeId);
  if (!colleges.ok) return colleges;
  const [season, branches] = await Promise.all([
    currentSeason(ports),
    branchIdsOf(
      ports,
      colleges.data.map(({ _id }) => _id),
    ),
  ]);
  const { ageLimit } = rulebookNamed(season.rulebookId);
  const start = Number(cursor ?? 0);
  const end = start + BRANCHES_PER_PAGE;
  const jobs = branches.slice(start, end).map((branchId) => () => membersOf(ports, branchId));
  const members = (await inParallel(jobs, PARALLEL)).flat();
  const people = members
    .filter((member) => mustReportAge(member, ageLimit))
    .map(({ _id: memberId, name, studentNumber, branchName, collegeName, birthMonth, graduationMonth }) => ({
      memberId,
      name,
      studentNumber,
      branchName,
      collegeName,
      birthMonth: birthMonth ?? '',
      graduationMonth,
    }));
  return ok({ people, cursor: end < branches.length ? String(end) : null, ageLimit, now: ports.clock.now() });
};
