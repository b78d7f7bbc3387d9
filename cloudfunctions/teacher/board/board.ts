import type { Parsed } from '../../../miniprogram/contract';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { measuresOf } from '../../../miniprogram/domain/people/rate';
import { sharesAsked } from '../../../miniprogram/domain/rules/rulebook/rate';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { allCollegeIds } from '../../_shared/store/branches';
import type { Ports } from '../../_shared/platform/ports';
import { forCollege, rulebookNamed, seasonShown } from '../../_shared/season/season';
import { countEarlier } from '../../_shared/season/earlier';
import { collegeFigures, readCollege, universityFigures } from './load';
import { deadlinesOf, rateView, trendOf } from './time-views';
import { byStateOf, byWayOf, folded, funnelOf } from './views';

/** The season, and the college that is named; for whoever names none the ids of all, as the committee sees them. */
const readEarly = async (ports: Ports, { collegeId }: Parsed<'teacher', 'board'>) => {
  const [season, named, collegeIds] = await Promise.all([
    seasonShown(ports),
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
    const isAll = collegeId === ALL_COLLEGES;
    const isCommittee = caller.scopeId === ALL_COLLEGES;
    const [figures, earlier] = await Promise.all([
      isAll
        ? universityFigures(ports, collegeIds, season)
        : collegeFigures(ports, named ?? (await readCollege(ports, collegeId)), season),
      countEarlier(ports, { seasonId: season.id, collegeIds: isAll ? collegeIds : [collegeId] }),
    ]);
    if (!figures) return fail('COLLEGE_UNKNOWN', 'collegeId');
    const { totals, members, college } = figures;
    const now = ports.clock.now();
    // With what the college itself has added: its own ways are bars of its board.
    const { rulebookId } = forCollege(season, isAll ? null : collegeId);
    const rulebook = rulebookNamed(rulebookId);
    const rate = rateView(totals, members.all, { rulebook, season });
    return ok({
      college,
      members: members.all,
      funnel: funnelOf(totals, members),
      decided: [...totals.decided.values()].reduce((sum, count) => sum + count, 0),
      byState: byStateOf(totals),
      byBranch: figures.byBranch,
      byCollege: figures.byCollege,
      earlier,
      byWay: isCommittee ? folded(byWayOf(totals, rulebook), rulebook) : byWayOf(totals, rulebook),
      deadlines: deadlinesOf(totals, rulebook, now),
      rate,
      measures: measuresOf(
        sharesAsked(rulebook),
        { members: members.all, leftOut: rate.leftOut },
        totals.cells,
      ),
      trend: trendOf(totals),
      now,
    });
  },
);
