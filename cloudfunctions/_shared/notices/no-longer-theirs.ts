/**
 * Messages to somebody who is no longer the one to read them: what has not left yet is dropped, and nobody need open what
 * has.
 */
import { describeBug } from '../kernel/bugs';
import { chunks } from '../kernel/chunks';
import { PAGING } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import type { HasStore } from '../store/ports';
import type { Notice } from '../store/records';
import { OPEN_NOTICE_STATUSES } from '../store/records/notice';
import { countAsRead, countTheseAsRead, unreadOf } from './count-as-read';
import { recipientsOf } from './place';

const MOST = 100;
/** People, or accounts, looked for at once. */
const AT_ONCE = 100;

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
export const endAbout = async (ports: Needs, memberId: string, accountId: string): Promise<void> => {
  const pages = OPEN_NOTICE_STATUSES.map((status) =>
    ports.store.find('notices', { where: { aboutId: memberId, status }, limit: MOST }),
  );
  const own = (await Promise.all(pages)).flat().filter((notice) => notice.accountId === accountId);
  await drop(ports, own);
  await countAsRead(ports, { aboutId: memberId, accountId });
};

/** To somebody who is no teacher any more. */
export const endToTeacher = async (ports: Needs, accountId: string): Promise<void> => {
  const latest = await ports.store.find('notices', {
    where: { accountId },
    orderBy: ['dueAt', 'desc'],
    limit: PAGING.inboxLookback,
  });
  await drop(
    ports,
    latest.filter(({ audience }) => audience === 'teacher'),
  );
  await countAsRead(ports, { accountId, audience: 'teacher' });
};

const unique = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

/** Those whose reader is no secretary of the branch they are about; not where nobody can read whose they are. */
const withoutOffice = async ({ store }: HasStore, notices: readonly Notice[]): Promise<Notice[]> => {
  const isOfBranch = ({ kind }: Notice): boolean => kind === 'digest';
  const people = await store.lookUp(
    'members',
    unique(notices.filter((notice) => !isOfBranch(notice)).map(({ aboutId }) => aboutId)),
  );
  const branchOf = new Map(people.records.map(({ _id, branchId }) => [_id, branchId]));
  const branchIdOf = (notice: Notice) => (isOfBranch(notice) ? notice.aboutId : branchOf.get(notice.aboutId));
  const branches = await store.lookUp('branches', unique(notices.map(branchIdOf)));
  const places = new Map(branches.records.map((branch) => [branch._id, branch]));
  return notices.filter((notice) => {
    const branchId = branchIdOf(notice) ?? '';
    if (people.unreadable.has(notice.aboutId) || branches.unreadable.has(branchId)) return false;
    const { secretary } = recipientsOf(
      { accountId: null },
      { branch: places.get(branchId), college: undefined },
    );
    return secretary.every(({ accountId }) => accountId !== notice.accountId);
  });
};

interface Parted {
  /** People who stand in another branch now, by id. */
  readonly moved?: readonly string[];
  /** Accounts of those who have left an office. */
  readonly left?: readonly string[];
}

/**
 * To secretaries about people who are not in their branch any more, because one of the two has left it. To be called
 * once everybody stands where they are to stand. What was committed stays whatever comes of this.
 */
export const endToSecretaries = async (
  ports: Pick<Ports, 'store' | 'clock' | 'log'>,
  { moved = [], left = [] }: Parted,
): Promise<void> => {
  try {
    const wheres = [
      ...chunks(moved, AT_ONCE).map((ids) => ({ aboutId: { in: ids } })),
      ...chunks(left, AT_ONCE).map((ids) => ({ accountId: { in: ids } })),
    ];
    for (const where of wheres) {
      const unread = await unreadOf(ports, { ...where, audience: 'secretary' });
      if (unread.length > 0) await countTheseAsRead(ports, await withoutOffice(ports, unread));
    }
  } catch (error) {
    ports.log('telling-failed', describeBug(error));
  }
};
