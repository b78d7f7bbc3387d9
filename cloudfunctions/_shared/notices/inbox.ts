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

type Planned = Response<'graduate', 'home'>['plannedReminders'][number];

/** What is still to come, soonest first. */
const comingOf = (notices: readonly Notice[], now: number): Planned[] =>
  notices
    .filter(({ dueAt, status }) => dueAt > now && status === 'planned')
    .map(({ kind, dueAt }) => ({ kind, dueAt }))
    .sort((a, b) => a.dueAt - b.dueAt);

export const plannedFor = async ({ store, clock }: Ports, accountId: string): Promise<Planned[]> => {
  const now = clock.now();
  const coming = await store.find('notices', {
    where: { accountId, dueAt: { gt: now } },
    orderBy: ['dueAt', 'desc'],
    limit: PAGING.inboxLookback,
  });
  return comingOf(coming, now);
};

export interface InboxGlance {
  readonly unread: number;
  readonly latestNotice: NoticeView | null;
  readonly plannedReminders: Planned[];
}

/** What home shows of the inbox, and which reminders are still to come, by one query. */
export const glanceInbox = async ({ store, clock }: Ports, accountId: string): Promise<InboxGlance> => {
  const now = clock.now();
  const notices = await store.find('notices', {
    where: { accountId },
    orderBy: ['dueAt', 'desc'],
    limit: PAGING.inboxLookback,
  });
  const seen = notices.filter((notice) => notice.dueAt <= now && isVisible(notice, now));
  const [latest] = seen;
  return {
    unread: seen.filter(({ readAt }) => readAt === null).length,
    latestNotice: latest ? toNoticeView(latest) : null,
    plannedReminders: comingOf(notices, now),
  };
};
