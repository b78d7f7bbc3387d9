import type { Parsed } from '../../../miniprogram/contract';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { findIn, placesIn } from '../../../miniprogram/domain/people/find';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import { inParallel } from '../../_shared/kernel/in-parallel';
import { DIRECTORY } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { currentSeason, type CurrentSeason } from '../../_shared/season/season';
import { standingOfMany } from '../../_shared/season/standing-in';
import { allColleges, branchesOf } from '../../_shared/store/branches';
import type { Branch, College } from '../../_shared/store/records';
import { mayReadWay } from '../scope';
import { directoryOf } from './directory';
import { toPersonRow } from './row';

const readNamed = async (ports: Ports, { collegeId }: Parsed<'teacher', 'findPeople'>) => {
  const [season, named, all] = await Promise.all([
    currentSeason(ports),
    collegeId === undefined ? undefined : ports.store.get('colleges', collegeId),
    collegeId === undefined ? allColleges(ports) : [],
  ]);
  return { season, colleges: named ? [named] : all };
};

/** Those found, by what their records say now, in the order they were found in. */
const rowsOf = async (
  ports: Ports,
  ids: readonly string[],
  season: CurrentSeason,
  viewer: CollegeCaller['role'],
) => {
  const found = await ports.store.getMany('members', ids);
  const byId = new Map(found.map((member) => [member._id, member]));
  const members = ids.flatMap((id) => byId.get(id) ?? []);
  const transfers = await standingOfMany(ports, members, season.id);
  return members
    .filter((member) => !transfers.isUnreadable(member))
    .map((member) => {
      const transfer = transfers.of(member);
      const row = { ...toPersonRow(member, transfer), collegeName: member.collegeName };
      return transfer && !mayReadWay(viewer, transfer) ? { ...row, wayId: null } : row;
    });
};

const toPlace =
  ({ _id: collegeId, name: collegeName }: College) =>
  ({ _id: branchId, name }: Branch) => ({ branchId, name, collegeId, collegeName });

/** People of the own college, or for the committee of all colleges, by what somebody typed; and branches by name. */
export const findPeople: EarlyReader<'teacher', 'findPeople', CollegeCaller> = readingEarly(
  readNamed,
  async (ports, { caller, request }, { season, colleges }) => {
    const { text, collegeId = caller.scopeId } = request;
    const wanted = colleges.filter(({ _id }) => mayActFor(caller, _id));
    if (wanted.length === 0 && collegeId !== ALL_COLLEGES) return fail('COLLEGE_UNKNOWN', 'collegeId');
    const looks = wanted.map((college) => async () => {
      const [people, branches] = await Promise.all([
        directoryOf(ports, college),
        branchesOf(ports, college._id),
      ]);
      return { people, branches: placesIn(branches, text).map(toPlace(college)) };
    });
    const seen = await inParallel(looks, DIRECTORY.parallelColleges);
    const found = findIn(
      seen.flatMap(({ people }) => people),
      text,
    );
    const shown = found.slice(0, DIRECTORY.shown).map(({ memberId }) => memberId);
    return ok({
      people: await rowsOf(ports, shown, season, caller.role),
      total: found.length,
      branches: seen.flatMap(({ branches }) => branches).slice(0, DIRECTORY.shownBranches),
      now: ports.clock.now(),
    });
  },
);
