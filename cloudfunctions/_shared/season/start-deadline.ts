import { startBy } from '../../../miniprogram/domain/rules/rulebook/windows';
import { seasonYearOf } from '../../../miniprogram/domain/rules/season-rules';
import { routeOf } from '../../../miniprogram/rulebooks';
import type { Transfer } from '../store/records';
import { rulebookIdOf } from './rules-of';
import { rulebookNamed } from './season';

type Chosen = Pick<Transfer, 'rulebookId' | 'collegeId' | 'wayId' | 'routeId' | 'seasonId'>;

/** By when somebody has to start, epoch ms: the last day of the route they chose, else that of the season. */
export const startDeadline = ({ deadlineAt }: { deadlineAt: number }, chosen: Chosen | undefined): number => {
  if (!chosen) return deadlineAt;
  const route = routeOf(rulebookNamed(rulebookIdOf(chosen)), chosen.wayId, chosen.routeId);
  return startBy(route?.window, { year: seasonYearOf(chosen.seasonId), deadlineAt });
};
