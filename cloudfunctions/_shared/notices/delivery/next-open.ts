import type { Ports } from '../../platform/ports';
import { OPEN_NOTICE_STATUSES } from '../../store/records/notice';

/** When the next notice is due, or the next lease of one ends: epoch ms, `Infinity` when all are told. */
export const nextOpenAt = async ({ store }: Pick<Ports, 'store'>): Promise<number> => {
  // Mostly nothing is open, and one request says so.
  if ((await store.count('notices', { status: { in: OPEN_NOTICE_STATUSES } })) === 0) return Infinity;
  const firsts = await Promise.all(
    OPEN_NOTICE_STATUSES.map((status) =>
      store.find('notices', { where: { status }, orderBy: ['nextAt', 'asc'], limit: 1 }),
    ),
  );
  return Math.min(Infinity, ...firsts.flat().map(({ nextAt }) => nextAt));
};
