import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { PAGING } from '../_shared/policy';

/** The seasons there have been, and which of them have been cleared away. */
export const seasons: UseCase<'teacher', 'seasons', CollegeCaller> = async ({ store, clock }) => {
  const found = await store.find('seasons', {
    where: {},
    orderBy: ['openedAt', 'desc'],
    limit: PAGING.seasons,
  });
  const views = found.map(({ _id: id, name, deadlineAt, purgedAt }, index) => ({
    id,
    name,
    deadlineAt,
    isOpen: index === 0,
    purgedAt,
  }));
  return ok({ seasons: views, now: clock.now() });
};
