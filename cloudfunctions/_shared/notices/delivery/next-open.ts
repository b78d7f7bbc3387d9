import { earliest } from '../../store/earliest';
import type { HasStore } from '../../store/ports';
import { OPEN_NOTICE_STATUSES } from '../../store/records/notice';

/** When the next notice is due, or the next lease of one ends: epoch ms, `Infinity` when all are told. */
export const nextOpenAt = async (ports: HasStore): Promise<number> => {
  // Mostly nothing is open, and one request says so.
  if ((await ports.store.count('notices', { status: { in: OPEN_NOTICE_STATUSES } })) === 0) return Infinity;
  const moments = OPEN_NOTICE_STATUSES.map((status) => earliest(ports, 'notices', 'nextAt', { status }));
  return Math.min(...(await Promise.all(moments)));
};
