import { nothing } from '../../memory/empty';
import { call } from '../../asking/call';
import { isLargeFont, toast } from '../../services/display';
import { openPath } from '../../services/navigate';
import { once } from '../../loading/load';
import { loadOwnPage, REFRESH_HANDLERS, OWN_PAGE_DATA, type OwnPageData } from '../../loading/own-page';
import { cloudNow } from '../../memory/cloud-clock';
import { changeOwnTransfer, recallOwnTransfer } from '../../services/own-transfer';
import { askForReminders } from '../../asking/subscribe';
import type { Subscription } from '../../memory/subscription';
import { showTab } from '../../custom-tab-bar/tab';
import { sayFailure } from '../../loading/say-failure';
import { factsOf } from '../journey/facts';
import { reminderFacts, reminderOffer, type ReminderFacts } from '../journey/reminders';
import {
  remindersIn,
  toCreditCard,
  toNoticeRows,
  type CreditCard,
  type Notice,
  type NoticeRow,
} from './view';

/** `markRead` takes so many ids in one call. */
const READ_AT_ONCE = 50;

/** `next`: where the page after the last one begins. */
type Inbox = {
  notices: Notice[];
  unread: number;
  next: number | null;
  at: number;
  reminders: ReminderFacts | null;
};

interface Data extends OwnPageData {
  credits: CreditCard | null;
  rows: NoticeRow[] | null;
  unread: number;
  more: boolean;
}

const initial: Data = {
  ...OWN_PAGE_DATA,
  credits: null,
  rows: null,
  unread: 0,
  more: false,
};

Page({
  ...REFRESH_HANDLERS,

  data: initial,
  inbox: nothing<Inbox>(),

  onLoad() {
    this.setData({ large: isLargeFont() });
  },

  onShow() {
    showTab(this, 'messages');
    this.render();
    void this.refresh();
  },

  refresh() {
    return loadOwnPage(this, {
      ask: call('account', 'messages', {}),
      keep: (reply) => (this.inbox = { ...reply, reminders: remindersIn(reply), at: cloudNow() }),
      knownAt: () => this.inbox?.at ?? null,
    });
  },

  render() {
    const now = cloudNow();
    const reminders = this.reminders();
    const { inbox } = this;
    this.setData({
      credits: reminders && toCreditCard(reminders, now),
      ...(inbox
        ? { rows: toNoticeRows(inbox.notices, now), unread: inbox.unread, more: inbox.next !== null }
        : {}),
    });
    showTab(this, 'messages', inbox?.unread);
  },

  /** As the inbox came with them; before that as this phone last knew them. */
  reminders(): ReminderFacts | null {
    if (this.inbox) return this.inbox.reminders;
    const own = recallOwnTransfer();
    return own && reminderFacts(factsOf(own.response, cloudNow()));
  },

  onMoreTap() {
    void once(this, 'more', async () => {
      const reminders = this.reminders();
      const offer = reminders && reminderOffer(reminders);
      if (!offer) return;
      const { accepted, subscription } = await askForReminders(offer.keys);
      if (subscription) this.takeCredits(subscription);
      this.render();
      toast(accepted.length > 0 ? '好，多存了一次' : '这次没有同意，随时可以再点');
    });
  },

  takeCredits(subscription: Subscription) {
    changeOwnTransfer({ subscription });
    if (!this.inbox?.reminders) return;
    const { credits } = subscription;
    this.inbox = { ...this.inbox, reminders: { ...this.inbox.reminders, credits } };
  },

  onNoticeTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { id } = event.currentTarget.dataset;
    const notice = this.inbox?.notices.find((one) => one.id === id);
    if (!notice) return;
    if (!notice.read) void this.markRead([id]);
    openPath(notice.page);
  },

  onAllReadTap() {
    const unread = (this.inbox?.notices ?? []).filter(({ read }) => !read).map(({ id }) => id);
    if (unread.length === 0) return;
    void once(this, 'read', () => this.markRead(unread.slice(0, READ_AT_ONCE)));
  },

  /** Shown as read at once; when the cloud does not hear of it, the next load says so. */
  async markRead(ids: string[]) {
    const { inbox } = this;
    if (!inbox) return;
    const notices = inbox.notices.map((one) => (ids.includes(one.id) ? { ...one, read: true } : one));
    this.inbox = { ...inbox, notices, unread: Math.max(0, inbox.unread - ids.length) };
    changeOwnTransfer({ unread: this.inbox.unread });
    this.render();
    const reply = await call('account', 'markRead', { ids });
    if (!reply.ok && reply.error.code !== 'OFFLINE') toast(sayFailure(reply.error));
  },

  onOlderTap() {
    void once(this, 'older', async () => {
      const { inbox } = this;
      if (!inbox || inbox.next === null) return;
      const reply = await call('account', 'messages', { before: inbox.next });
      if (!reply.ok) return toast(sayFailure(reply.error));
      const known = new Set(inbox.notices.map(({ id }) => id));
      const older = reply.data.notices.filter(({ id }) => !known.has(id));
      this.inbox = { ...inbox, notices: [...inbox.notices, ...older], next: reply.data.next };
      this.render();
    });
  },
});
