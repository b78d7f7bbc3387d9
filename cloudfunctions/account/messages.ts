import { fail, ok } from '../../miniprogram/domain/errors';
import { subscriptionOf } from '../_shared/notices/credits';
import { readingEarly, type EarlyReader } from '../_shared/calls/entry';
import { seasonShown } from '../_shared/season/season';
import type { Visitor } from '../_shared/calls/identity';
import { countUnread, toNoticeView } from '../_shared/notices/inbox';
import { untrueOf } from '../_shared/notices/untrue';
import { latestTransfer } from '../_shared/transfers/load';
import { visiblePage } from './inbox-page';
import { remindersOf } from './reminders';

/** One page of the inbox, newest first; `before` is the `next` of the page before. */
export const messages: EarlyReader<'account', 'messages', Visitor> = readingEarly(
  seasonShown,
  async (ports, { caller, request }, season) => {
    const { account, member } = caller;
    if (!account) return fail('NOT_SIGNED_IN');
    const now = ports.clock.now();
    const accountId = account._id;
    const { before } = request;
    const reading = member ? latestTransfer(ports, member._id) : Promise.resolve(undefined);
    const [page, latest, reminders] = await Promise.all([
      visiblePage(ports, { accountId }, before === undefined ? now : Math.min(now, before - 1)),
      reading,
      before === undefined && member ? remindersOf(ports, member, { season, latest: reading }) : null,
    ]);
    const untrue = untrueOf([latest]);
    // Most people's messages are one page, which shows how many are new.
    const isAll = before === undefined && page.next === null;
    const unread = isAll
      ? countUnread(page.notices, untrue)
      : await ports.store.count('notices', { accountId, dueAt: { lte: now }, readAt: null });
    return ok({
      notices: page.notices.map((notice) => toNoticeView(notice, untrue)),
      unread,
      next: page.next,
      reminders,
      subscription: subscriptionOf(ports, account),
    });
  },
);
