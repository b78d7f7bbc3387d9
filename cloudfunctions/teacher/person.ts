import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { personOf } from '../_shared/people/person';
import { currentSeason } from '../_shared/season';
import { memberWithin } from './roster/member-within';

/** One person of the college with their history; a parents' contact only by `revealContact`. */
export const person: UseCase<'teacher', 'person', CollegeCaller> = async (
  ports,
  { caller, request: { memberId } },
) => {
  const [found, season] = await Promise.all([memberWithin(ports, caller, memberId), currentSeason(ports)]);
  if (!found.ok) return found;
  const view = await personOf(ports, found.data, season);
  return ok({ person: view, rulebookId: season.rulebookId, now: ports.clock.now() });
};
