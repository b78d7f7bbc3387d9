/** The inbox is the notices collection seen by one account: everything due, whatever WeChat said about it. */
import type { Response } from '../../../miniprogram/contract';
import { corrected } from '../../../miniprogram/domain/reminding/notices/corrected';
import { PAGING } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import type { Notice, Transfer } from '../store/records';
import { HIDDEN_NOTICE_STATUSES } from '../store/records/notice';
import { untrueOf } from './untrue';

type NoticeView = Response<'account', 'messages'>['notices'][number];

const isUntrue = ({ audience, planId }: Notice, untrue: ReadonlySet<string>): boolean =>
  audience === 'graduate' && untrue.has(planId);

/** What was taken back asks for nothing any more. */
const isUnread = (notice: Notice, untrue: ReadonlySet<string>): boolean =>
  notice.readAt === null && !isUntrue(notice, untrue);

/** @param untrue of `untrueOf`: what the reader's own transfers no longer bear out */
export const toNoticeView = (notice: Notice, untrue: ReadonlySet<string>): NoticeView => {
  const { _id: id, kind, title, text, page, dueAt: at } = notice;
  const words = { title, text, page };
  return {
    id,
    kind,
    ...(isUntrue(notice, untrue) ? corrected(words) : words),
    at,
    read: !isUnread(notice, untrue),
  };
};

export const countUnread = (notices: readonly Notice[], untrue: ReadonlySet<string>): number =>
  notices.filter((notice) => isUnread(notice, untrue)).length;

/** A notice nobody could be told in time is not shown late. */
export const isVisible = ({ status, notAfter, attempts }: Notice, now: number): boolean =>
  !HIDDEN_NOTICE_STATUSES.includes(status) &&
  !(status === 'planned' && attempts === 0 && notAfter !== null && notAfter < now);

export interface InboxGlance {
  readonly unread: number;
  readonly latestNotice: NoticeView | null;
}

/** What home shows of the inbox. @param latest the reader's own transfer, which is read beside it */
export const glanceInbox = async (
  { store, clock }: Ports,
  accountId: string,
  latest: Promise<Transfer | undefined>,
): Promise<InboxGlance> => {
  const now = clock.now();
  const [notices, own] = await Promise.all([
    store.find('notices', {
      where: { accountId, dueAt: { lte: now } },
      orderBy: ['dueAt', 'desc'],
      limit: PAGING.inboxLookback,
    }),
    latest,
  ]);
  const untrue = untrueOf([own]);
  const seen = notices.filter((notice) => isVisible(notice, now));
  const [first] = seen;
  return {
    unread: countUnread(seen, untrue),
    latestNotice: first ? toNoticeView(first, untrue) : null,
  };
};
