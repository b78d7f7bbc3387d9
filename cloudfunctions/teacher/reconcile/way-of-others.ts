/** The way of people who are gone by the list and have begun nothing here: the college names one for them. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { Parsed } from '../../../miniprogram/contract';
import { routeOf } from '../../../miniprogram/rulebooks';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { currentSeason, forCollege, rulebookNamed } from '../../_shared/season/season';
import { latestTransfer } from '../../_shared/transfers/load';
import { recordWayFor } from '../../_shared/transfers/on-behalf';
import { recorderOf } from '../people/record-for';
import type { BeginFor } from './write-part';

interface Named {
  readonly collegeId: string;
  readonly way: Parsed<'teacher', 'reconcileSettle'>['way'];
}

/**
 * Begins with that way for whoever has none; undefined where no way is named. `WAY_UNKNOWN` also for a way that keeps
 * people in the school: whoever left did not take it.
 */
export const beginWith = async (
  ports: Ports,
  caller: CollegeCaller,
  { collegeId, way }: Named,
): Promise<Result<BeginFor | undefined>> => {
  if (!way) return ok(undefined);
  const current = await currentSeason(ports);
  if (!current.isOpen) return fail('SEASON_NOT_OPEN');
  const { rulebookId } = forCollege(current, collegeId);
  const route = routeOf(rulebookNamed(rulebookId), way.wayId, way.routeId);
  if (!route || route.closed || route.handledBy === 'college') return fail('WAY_UNKNOWN', 'way');
  const recorder = recorderOf(caller);
  return ok(async (memberId) => {
    const recorded = await recordWayFor(ports, recorder, { memberId, version: null, ...way });
    if (!recorded.ok) return recorded;
    const begun = await latestTransfer(ports, memberId);
    return begun ? ok(begun) : fail('NOT_FOUND', 'memberId');
  });
};
