import { pagePath } from '../../../../domain/reminding/pages';
import { DESK_RETRY } from '../../../../loading/desk-page';
import { dropTurns } from '../../../../loading/load';
import type { List } from '../../../../loading/paged-list';
import { openSheet } from '../../../../loading/parts';
import { cloudNow } from '../../../../memory/cloud-clock';
import { rememberRound } from '../../../../memory/round';
import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { askForReminders } from '../../../../asking/subscribe';
import { rememberRulebook } from '../../../../loading/known-rulebook';
import { BATCH } from './batch-handlers';
import { initial, own } from './panel';
import { PICKING } from './pick-handlers';
import type { QueueKind, TeacherQueue } from './queue';
import { decidable, filterFrom, toQueueView, withNextPage, withoutItem, type QueueFilter } from './view';

/** Below so many credits the page offers to ask for more. */
const FEW_CREDITS = 3;
/** What the WXML says of a row. */
interface QueueRow {
  readonly id: string;
  readonly kind: QueueKind;
  readonly name: string;
  readonly branch: string;
  readonly member: string;
  readonly why: string;
  readonly reason: string;
  readonly folded: boolean;
}

/**
 * What waits for the teacher. `load()` and `loadMore()` from outside.
 * Events: `count` with `{ total, college }` whenever the queue is known anew; where it stands beside what is open of it,
 * `open` with `{ id }` of a transfer, and `person` with `{ id, memberId, overAge }` for what is done about a person.
 */
Component({
  properties: {
    large: { type: Boolean, value: false },
    /** The kind a notice opened. */
    kind: { type: String, value: '' },
    /** Stands beside what is open of it, in a computer's window. */
    wide: { type: Boolean, value: false },
    committee: { type: Boolean, value: false },
    /** Id of what is open beside it. */
    opened: { type: String, value: '' },
  },
  data: initial,
  lifetimes: {
    attached() {
      this.setData({ filter: filterFrom(this.data.kind) });
      void this.load();
    },
    detached() {
      dropTurns(this);
    },
  },
  methods: {
    ...DESK_RETRY,
    ...PICKING,
    ...BATCH,

    load(): Promise<void> {
      const { queue, loader } = own(this);
      const { filter } = this.data;
      // The first page of everything suffices while it holds everything.
      return loader.begin(this, this.list(queue?.next ? filter : 'all'));
    },

    loadMore(): Promise<void> {
      const { loaded, loader } = own(this);
      return loader.goOn(this, this.list(loaded));
    },

    list(kind: QueueFilter): List<TeacherQueue> {
      const mine = own(this);
      return {
        ask: (cursor) => call('teacher', 'queue', { ...cursor, ...(kind === 'all' ? {} : { kind }) }),
        nextOf: ({ next }) => next ?? null,
        isShown: () => mine.queue !== null,
        show: (page, isFirst) => {
          mine.loaded = kind;
          this.take(isFirst || !mine.queue ? page : withNextPage(mine.queue, page));
          return page.items.length;
        },
      };
    },

    take(next: TeacherQueue) {
      own(this).queue = next;
      rememberRulebook(next.rulebookId);
      const waiting = new Set(next.items.map(({ id }) => id));
      this.setData({ error: '', picked: this.data.picked.filter((id) => waiting.has(id)) });
      this.showCredits(next.subscription.credits.task ?? 0);
      this.show();
    },

    show() {
      const { queue } = own(this);
      if (!queue) return;
      const rulebook = rulebookOf(queue.rulebookId);
      if (!rulebook) return this.setData({ error: '这一季的规则在这个版本里没有，请关掉小程序后重新打开' });
      const view = toQueueView(queue, this.data.filter, rulebook, cloudNow(), this.data.picked);
      rememberRound('decisions', decidable(view));
      this.setData({ view, hasMore: Boolean(queue.next) });
      this.triggerEvent('count', { total: view.total, college: queue.college });
    },

    showCredits(credits: number) {
      this.setData({ credits, fewCredits: credits < FEW_CREDITS });
    },

    onChipTap(event: TapEvent<{ id: QueueFilter }>) {
      this.setData({ filter: event.currentTarget.dataset.id, picked: [] });
      this.show();
      const { queue, loaded } = own(this);
      if (queue?.next || loaded !== 'all') void this.load();
    },

    onCheckTap() {
      void wx.navigateTo({ url: `/${pagePath('teacherCheck')}` });
    },

    onCollegesTap() {
      this.triggerEvent('tab', { tab: 'colleges' });
    },

    onAllTap() {
      this.setData({ filter: 'all', picked: [] });
      this.show();
      if (own(this).loaded !== 'all') void this.load();
    },

    onRowTap(event: TapEvent<QueueRow>) {
      const { id, kind, name, branch, member, why, reason, folded } = event.currentTarget.dataset;
      if (!id) return;
      if (kind === 'code') return openSheet(this, '#code', { id, name, branch, why, reason });
      const people: Partial<Record<QueueKind, string>> = {
        overAge: pagePath('teacherPerson', { memberId: member || id, overAge: '1' }),
        // The steps on paper are ticked there.
        paper: pagePath('teacherPerson', { memberId: member }),
      };
      const person = people[kind] ?? (folded ? pagePath('teacherPerson', { memberId: member }) : undefined);
      if (this.data.wide && person)
        return this.triggerEvent('person', { id, memberId: member || id, overAge: kind === 'overAge' });
      if (this.data.wide) return this.triggerEvent('open', { id });
      void wx.navigateTo({ url: `/${person ?? pagePath('teacherDecision', { transferId: id })}` });
    },

    onCodeClosed({ detail }: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
      this.leave(detail.id, `${detail.name}的求助结束了`);
    },

    onCodeSent({ detail }: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
      this.leave(detail.id, `发给${detail.name}了`);
    },

    /** A row that waits no more goes, and it is said why. */
    leave(id: string, why: string) {
      const mine = own(this);
      if (mine.queue) mine.queue = withoutItem(mine.queue, id);
      this.show();
      toast(why);
    },

    async onRemindTap() {
      const { subscription } = await askForReminders(['task']);
      if (subscription) this.showCredits(subscription.credits.task ?? 0);
    },
  },
});
