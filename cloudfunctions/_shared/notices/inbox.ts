/** The inbox is the notices collection seen by one account: everything due, whatever WeChat said about it. */
import type { Response } from '../../../miniprogram/contract';
import { PAGING } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import type { Notice } from '../store/records';
import { HIDDEN_NOTICE_STATUSES } from '../store/records/notice';

type NoticeView = Response<'account', 'messages'>['notices'][number];

export const toNoticeView = ({
  _id: id,
  kind,
  title,
  text,
  page,
  dueAt: at,
  readAt,
}: Notice): NoticeView => ({
  id,
  kind,
  title,
  text,
  page,
  at,
  read: readAt !== null,
});

/** A notice nobody could be told in time is not shown late. */
export const isVisible = ({ status, notAfter, attempts }: Notice, now: number): boolean =>
  !HIDDEN_NOTICE_STATUSES.includes(status) &&
  !(status === 'planned' && attempts === 0 && notAfter !== null && notAfter < now);

export interface InboxGlance {
  readonly unread: number;
  readonly latestNotice: NoticeView | null;
}

/** What home shows of the inbox. */
export const glanceInbox = async ({ store, clock }: Ports, accountId: string): Promise<InboxGlance> => {
  const now = clock.now();
  const notices = await store.find('notices', {
    where: { accountId, dueAt: { lte: now } },
    orderBy: ['dueAt', 'desc'],
    limit: PAGING.inboxLookback,
  });
  const seen = notices.filter((notice) => isVisible(notice, now));
  const [latest] = seen;
  return {
    unread: seen.filter(({ readAt }) => readAt === null).length,
    latestNotice: latest ? toNoticeView(latest) : null,
  };
};
