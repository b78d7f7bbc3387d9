import type { Ports } from '../platform/ports';
import type { Query } from '../store/ports';
import type { Notice } from '../store/records';
import { chunks } from '../kernel/chunks';

/** Found in one look; nobody has more unread ones of a kind. */
const MOST = 1000;
const AT_ONCE = 250;

type Where = Query<'notices'>['where'];

/** With their lines, not by their ids alone: one that cannot be read is written by nobody. */
export const unreadOf = ({ store }: Pick<Ports, 'store'>, where: Where): Promise<Notice[]> =>
  store.find('notices', { where: { ...where, readAt: null }, orderBy: ['dueAt', 'desc'], limit: MOST });

/** Whoever has read one meanwhile has read it when they did. */
export const countTheseAsRead = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  notices: readonly Pick<Notice, '_id'>[],
): Promise<void> => {
  const ids = notices.map(({ _id }) => _id);
  for (const some of chunks(ids, AT_ONCE))
    await store.changeAll('notices', { _id: { in: some }, readAt: null }, { set: { readAt: clock.now() } });
};

/** Nobody need open any more what these say. */
export const countAsRead = async (ports: Pick<Ports, 'store' | 'clock'>, where: Where): Promise<void> =>
  countTheseAsRead(ports, await unreadOf(ports, where));
