/** Messages that have not left yet, to somebody who is no longer the one to read them. */
import { PAGING } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import type { Notice } from '../store/records';
import { OPEN_NOTICE_STATUSES } from '../store/records/notice';

const MOST = 100;

type Needs = Pick<Ports, 'store' | 'clock'>;

/** One that is being sent just now may still arrive. */
const drop = async ({ store, clock }: Needs, notices: readonly Notice[]): Promise<void> => {
  const ids = notices.map(({ _id }) => _id);
  if (ids.length === 0) return;
  const now = clock.now();
  const target = { _id: { in: ids }, status: { in: OPEN_NOTICE_STATUSES } };
  await store.changeAll('notices', target, { set: { status: 'cancelled', readAt: now, settledAt: now } });
};

/** To a WeChat that was taken off this person. */
export const dropOpenAbout = async (ports: Needs, memberId: string, accountId: string): Promise<void> => {
  const pages = OPEN_NOTICE_STATUSES.map((status) =>
    ports.store.find('notices', { where: { aboutId: memberId, status }, limit: MOST }),
  );
  const own = (await Promise.all(pages)).flat().filter((notice) => notice.accountId === accountId);
  await drop(ports, own);
};

/** To somebody who is no teacher any more. */
export const dropOpenToTeacher = async (ports: Needs, accountId: string): Promise<void> => {
  const latest = await ports.store.find('notices', {
    where: { accountId },
    orderBy: ['dueAt', 'desc'],
    limit: PAGING.inboxLookback,
  });
  await drop(
    ports,
    latest.filter(({ audience }) => audience === 'teacher'),
  );
};
