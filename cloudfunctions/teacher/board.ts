import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { currentSeason, rulebookNamed } from '../_shared/season';
import { collegeFigures, universityFigures } from './board/load';
import { deadlinesOf, rateOf, trendOf } from './board/time-views';
import { byStateOf, byWayOf, funnelOf } from './board/views';
import { collegesFor } from './scope';

/** Figures from counters and from counts by index: as many reads with ten transfers as with ten thousand. */
export const board: UseCase<'teacher', 'board', CollegeCaller> = async (
  ports,
  { caller, request: { collegeId } },
) => {
  const [colleges, season] = await Promise.all([collegesFor(ports, caller, collegeId), currentSeason(ports)]);
  if (!colleges.ok) return colleges;
  const [only] = colleges.data;
  const one = caller.role !== 'committee' || collegeId !== undefined ? only : undefined;
  const figures = one
    ? await collegeFigures(ports, one, season)
    : await universityFigures(ports, colleges.data, season);
  const { totals, members } = figures;
  const now = ports.clock.now();
  const rulebook = rulebookNamed(season.rulebookId);
  return ok({
    college: one ? { id: one._id, name: one.name } : null,
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
};
