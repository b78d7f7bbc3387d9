import type { Response } from '../../../miniprogram/domain/contract';
import type { Ports } from '../../_shared/ports';
import type { Replan, Season } from '../../_shared/records';
import { currentSeason, rulebookNamed } from '../../_shared/season';
import { storedSeason } from './merge';

type SeasonView = Response<'teacher', 'season'>['season'];

export const toSeasonView = (season: Season, replan: Replan | undefined): SeasonView => ({
  id: season._id,
  name: season.name,
  rulebookId: season.rulebookId,
  deadlineAt: season.deadlineAt,
  version: season.version,
  deadlineOverridden: season.deadlineOverridden,
  quietHours: season.quietHours ?? rulebookNamed(season.rulebookId).quietHours,
  quietHoursOverridden: season.quietHours !== null,
  announcement: season.announcement,
  replan: replan ? { done: replan.total - replan.left.length, total: replan.total } : null,
});

/** The open season as a record, also before the first one was opened. */
export const loadSeason = async (ports: Ports): Promise<Season> => {
  const current = await currentSeason(ports);
  return storedSeason(await ports.store.get('seasons', current.id), current, ports.clock.now());
};
