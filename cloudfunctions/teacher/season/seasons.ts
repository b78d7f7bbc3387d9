import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { PAGING } from '../../_shared/kernel/policy';
import { ifReadable } from '../../_shared/store/records/unreadable';
import { currentSeason } from '../../_shared/season/season';

/** The seasons there have been, and which of them have been cleared away. */
export const seasons: UseCase<'teacher', 'seasons', CollegeCaller> = async (ports) => {
  const { store, clock } = ports;
  const [found, open] = await Promise.all([
    store.find('seasons', { where: {}, orderBy: ['openedAt', 'desc'], limit: PAGING.seasons }),
    ifReadable(currentSeason(ports)),
  ]);
  const views = found.map(({ _id: id, name, deadlineAt, purgedAt }) => ({
    id,
    name,
    deadlineAt,
    isOpen: id === open?.id,
    purgedAt,
  }));
  return ok({ seasons: views, now: clock.now() });
};
