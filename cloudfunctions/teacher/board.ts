import type { Parsed } from '../../miniprogram/domain/contract';
import { fail, ok } from '../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../_shared/entry';
import { ALL_COLLEGES, mayActFor, type CollegeCaller } from '../_shared/identity';
import { allCollegeIds } from '../_shared/people/branches';
import type { Ports } from '../_shared/ports';
import { currentSeason, rulebookNamed } from '../_shared/season';
import { collegeFigures, readCollege, universityFigures } from './board/load';
import { deadlinesOf, rateOf, trendOf } from './board/time-views';
import { byStateOf, byWayOf, funnelOf } from './board/views';

/** The season, and the college that is named; for whoever names none the ids of all, as the committee sees them. */
const readEarly = async (ports: Ports, { collegeId }: Parsed<'teacher', 'board'>) => {
  const [season, named, collegeIds] = await Promise.all([
    currentSeason(ports),
    collegeId === undefined ? undefined : readCollege(ports, collegeId),
    collegeId === undefined ? allCollegeIds(ports) : [],
  ]);
  return { season, named, collegeIds };
};

/** Figures from counters and from counts by index: as many reads with ten transfers as with ten thousand. */
export const board: EarlyReader<'teacher', 'board', CollegeCaller> = readingEarly(
  readEarly,
  async (ports, { caller, request: { collegeId = caller.scopeId } }, { season, named, collegeIds }) => {
    if (!mayActFor(caller, collegeId)) return fail('COLLEGE_UNKNOWN', 'collegeId');
    const figures =
      collegeId === ALL_COLLEGES
        ? await universityFigures(ports, collegeIds, season)
        : await collegeFigures(ports, named ?? (await readCollege(ports, collegeId)), season);
    if (!figures) return fail('COLLEGE_UNKNOWN', 'collegeId');
    const { totals, members, college } = figures;
    const now = ports.clock.now();
    const rulebook = rulebookNamed(season.rulebookId);
    return ok({
      college,
      members: members.all,
      funnel: funnelOf(totals, members),
      byState: byStateOf(totals),
      byBranch: figures.byBranch,
      byCollege: figures.byCollege,
      byWay: byWayOf(totals),
      deadlines: deadlinesOf(totals, rulebook, now),
      rate: rateOf(totals, members.all, { rulebook, season }),
      trend: trendOf(totals),
      now,
    });
  },
);
