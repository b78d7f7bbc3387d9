import type { Ports } from '../platform/ports';
import type { Query } from '../store/ports';
import { chunks } from '../kernel/chunks';

/** Found in one look; nobody has more unread ones of a kind. */
const MOST = 1000;
const AT_ONCE = 250;

/** Nobody need open any more what these say; whoever has read one already has read it when they did. */
export const countAsRead = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  where: Query<'notices'>['where'],
): Promise<void> => {
  // With their lines, not by their ids alone: one that cannot be read is written by nobody.
  const unread = await store.find('notices', {
    where: { ...where, readAt: null },
    orderBy: ['dueAt', 'desc'],
    limit: MOST,
  });
  const ids = unread.map(({ _id }) => _id);
  for (const some of chunks(ids, AT_ONCE))
    await store.changeAll('notices', { _id: { in: some }, readAt: null }, { set: { readAt: clock.now() } });
};
