import { DESK_RETRY } from '../../../../loading/desk-page';
import { openSheet } from '../../../../loading/parts';
import { pagePath } from '../../../../domain/reminding/pages';
import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../services/call';
import { cloudNow } from '../../../../memory/cloud-clock';
import { toast } from '../../../../services/display';
import { dropTurns } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { pagedLoader, type List } from '../../../../loading/paged-list';
import { askForReminders } from '../../../../services/subscribe';
import { rememberRulebook } from '../../season/known-rulebook';
import { rememberRound } from '../../../../memory/round';
import { mostOf, pickedKind, togglePick, togglePickAll } from './picking';
import {
  decidable,
  filterFrom,
  sharedNames,
  toQueueView,
  withNextPage,
  withoutItem,
  type QueueFilter,
  type QueueView,
} from './view';
import type { Outcome, Waiting } from '../timeout-sheet/view';
import type { QueueKind, TeacherQueue } from './queue';

/** Below so many credits the page offers to ask for more. */
const FEW_CREDITS = 3;
/** More pages than one kind fills in a season. */
const MOST_PAGES = 40;

/** What an instance remembers besides what it shows. */
interface Own {
  queue: TeacherQueue | null;
  /** Which kind the loaded pages are of. */
  loaded: QueueFilter;
  loader: ReturnType<typeof pagedLoader>;
}

const own = ownState<Own>(() => ({
  queue: null,
  loaded: 'all',
  loader: pagedLoader(),
}));

interface Data {
  filter: QueueFilter;
  view: QueueView | null;
  error: string;
  picked: string[];
  hasMore: boolean;
  loadingMore: boolean;
  credits: number;
  fewCredits: boolean;
}

const initial: Data = {
  filter: 'all',
  view: null,
  error: '',
  picked: [],
  hasMore: false,
  loadingMore: false,
  credits: 0,
  fewCredits: false,
};

/** What the WXML says of a row. */
interface QueueRow {
  readonly id: string;
  readonly kind: QueueKind;
  readonly name: string;
  readonly branch: string;
  readonly member: string;
  readonly reason: string;
}

/**
 * What waits for the teacher. `load()` and `loadMore()` from outside.
 * Events: `count` with `{ total, college }` whenever the queue is known anew; `open` with `{ id }` of a transfer where
 * it stands beside the list.
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
      const { id, kind, name, branch, member, reason } = event.currentTarget.dataset;
      if (!id) return;
      if (kind === 'code') return openSheet(this, '#code', { id, name, branch, reason });
      const people: Partial<Record<QueueKind, string>> = {
        overAge: pagePath('teacherPerson', { memberId: member || id, overAge: '1' }),
        // The steps on paper are ticked there.
        paper: pagePath('teacherPerson', { memberId: member }),
      };
      const person = people[kind];
      if (this.data.wide && !person) return this.triggerEvent('open', { id });
      void wx.navigateTo({ url: `/${person ?? pagePath('teacherDecision', { transferId: id })}` });
    },

    /** Ticks what is open beside the list, or takes the tick off it. */
    pickOpened() {
      const { opened, view } = this.data;
      const row = view?.groups.flatMap(({ rows }) => rows).find(({ id }) => id === opened);
      if (row && (row.pick === 'on' || row.pick === 'off')) this.pick(togglePick(this.data.picked, opened));
    },

    onPickTap(event: TapEvent<{ id: string; pick: string }>) {
      const { id, pick } = event.currentTarget.dataset;
      if (pick === 'other') return toast('一批只办一类，先办完已选的');
      this.pick(togglePick(this.data.picked, id));
    },

    async onPickAllTap(event: TapEvent<{ id: string }>) {
      const groupId = event.currentTarget.dataset.id;
      const groupNow = () => this.data.view?.groups.find(({ id }) => id === groupId);
      const group = groupNow();
      if (!group) return;
      if (group.all > group.pickable.length) await this.loadRest();
      this.pick(togglePickAll(this.data.picked, groupNow() ?? group));
    },

    /** Whatever the next pages hold of the kind that is shown. */
    async loadRest() {
      let left = MOST_PAGES;
      while (own(this).queue?.next && left > 0) {
        await this.loadMore();
        left -= 1;
      }
    },

    pick(ids: readonly string[]) {
      const most = mostOf(pickedKind(own(this).queue?.items ?? [], ids));
      if (ids.length > most) toast(`一批最多 ${most} 条`);
      this.setData({ picked: ids.slice(0, most) });
      this.show();
    },

    async onBatchTap() {
      const decision = this.data.view?.picked?.decision;
      const { queue } = own(this);
      if (!queue || !decision) return;
      if (decision === 'accepted') return this.sayOfAll('accepted');
      const batch = { ids: [...this.data.picked], decision, rulebookId: queue.rulebookId };
      if (this.data.fewCredits) await askForReminders(['task']);
      openSheet(this, '#batch', batch);
    },

    onBatchDone() {
      this.setData({ picked: [] });
      void this.load();
    },

    onBatchLook(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      if (this.data.wide) return void this.triggerEvent('open', { id: event.detail.id });
      void wx.navigateTo({ url: `/${pagePath('teacherDecision', { transferId: event.detail.id })}` });
    },

    /** What 智慧团建 shows of everybody picked whose clock has run out. */
    sayOfAll(outcome: Outcome) {
      const { picked } = this.data;
      const items = own(this).queue?.items ?? [];
      const shared = sharedNames(items);
      const waiting = items.flatMap((item): Waiting[] =>
        typeof item.version === 'number' && picked.includes(item.id)
          ? [
              {
                transferId: item.id,
                version: item.version,
                name: shared.has(item.memberName)
                  ? `${item.memberName} ${item.studentNumber ?? ''}`.trim()
                  : item.memberName,
                branch: item.branchName.replace(/团支部$/, ''),
              },
            ]
          : [],
      );
      openSheet(this, '#timeout', { outcome, waiting });
    },

    onReturnTap() {
      if (this.data.view?.picked?.decision === 'accepted') return this.sayOfAll('returned');
      const items = own(this).queue?.items ?? [];
      const shown = items.flatMap(({ id, version }) =>
        typeof version === 'number' && this.data.picked.includes(id) ? [{ transferId: id, version }] : [],
      );
      openSheet(this, '#return', shown);
    },

    onCodeClosed(event: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
      const mine = own(this);
      if (mine.queue) mine.queue = withoutItem(mine.queue, event.detail.id);
      this.show();
      toast(`${event.detail.name}的求助结束了`);
    },

    onCodeSent(event: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
      const mine = own(this);
      if (mine.queue) mine.queue = withoutItem(mine.queue, event.detail.id);
      this.show();
      toast(`发给${event.detail.name}了`);
    },

    async onRemindTap() {
      const { subscription } = await askForReminders(['task']);
      if (subscription) this.showCredits(subscription.credits.task ?? 0);
    },
  },
});
