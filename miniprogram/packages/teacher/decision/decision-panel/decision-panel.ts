import { pagePath } from '../../../../domain/reminding/pages';
import { dropTurns, load } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { placeInRound } from '../../../../memory/round';
import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../asking/call';
import { copyOrSay } from '../../../../services/clipboard';
import { toDecisionView, type DecisionItem } from '../view';
import { DECIDING } from './deciding';
import { FRESH, initial, own } from './page';

/** What the keys of a desk do here. */
export type DecisionKey = 'approve' | 'return' | 'seen' | 'next' | 'previous' | 'zoom';

/**
 * One transfer, decided. On a phone it is the whole page; beside a list it stands in the list's window, facts and
 * picture side by side. Events: `title` with what the page is called, `settled` with `{ id }` after a decision,
 * `open` with `{ id }` of the one it goes on to, `leave` when there is none.
 */
Component({
  properties: {
    large: { type: Boolean, value: false },
    transferId: { type: String, value: '' },
    /** Stands beside a list, in a computer's window. */
    wide: { type: Boolean, value: false },
    /** Its buttons name the keys that press them. */
    keyed: { type: Boolean, value: false },
  },
  data: initial,
  observers: {
    transferId(id: string) {
      if (id !== '' && id !== this.data.id) this.open(id);
    },
  },
  lifetimes: {
    detached() {
      dropTurns(this);
    },
  },
  methods: {
    ...DECIDING,

    /** Starts on one item with everything of the last one forgotten. */
    open(id: string) {
      own(this).item = null;
      const { number, total, previous, next } = placeInRound('decisions', id);
      this.setData({ ...FRESH, id, place: { number, total }, previous: previous ?? '', next: next ?? '' });
      this.scrollUp();
      void this.load();
    },

    scrollUp() {
      if (!this.data.wide) void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },

    /** @returns the item as it is on the screen now; undefined when it could not be shown */
    async load(): Promise<DecisionItem | undefined> {
      let shown: DecisionItem | undefined;
      await load(this, {
        ask: call('teacher', 'decision', { transferId: this.data.id }),
        show: ({ item, now }) => {
          if (this.show(item, now)) shown = item;
        },
        fail: (failure) => {
          this.setData({ error: sayFailure(failure) });
        },
      });
      return shown;
    },

    show(item: DecisionItem, now: number): boolean {
      const rulebook = rulebookOf(item.rulebookId);
      Object.assign(own(this), { item, rulebook });
      const view = rulebook && toDecisionView(item, rulebook, this.data.next !== '', now);
      if (!view) {
        this.setData({ error: '这条的去向在这个版本里没有，请关掉小程序后重新打开' });
        return false;
      }
      const title = view.reports.length > 0 ? '核对' : view.main?.decision === 'record' ? '登记' : '审批';
      this.triggerEvent('title', { title });
      this.setData({ view, error: '' });
      return true;
    },

    onRetryTap() {
      this.setData({ error: '', view: null });
      void this.load();
    },

    onSeenTap() {
      this.setData({ seen: !this.data.seen });
    },

    onShotTap(event: WechatMiniprogram.TouchEvent) {
      this.zoom(String(event.currentTarget.dataset.url ?? this.data.view?.shots[0] ?? ''));
    },

    zoom(current: string) {
      const urls = [...(this.data.view?.shots ?? [])];
      if (current) void wx.previewImage({ current, urls });
    },

    onCopyTap(event: TapEvent<{ text: string }>) {
      void copyOrSay(event.currentTarget.dataset.text);
    },

    onHistoryTap() {
      this.setData({ historyShown: !this.data.historyShown });
    },

    onPersonTap() {
      const { item } = own(this);
      if (item)
        void wx.navigateTo({
          url: `/${pagePath('teacherPerson', { memberId: item.memberId, from: item.id })}`,
        });
    },

    onPreviousTap() {
      if (this.data.previous) this.goTo(this.data.previous);
    },

    onNextTap() {
      if (this.data.next) this.goTo(this.data.next);
      else this.triggerEvent('leave');
    },

    goTo(id: string) {
      this.open(id);
      this.triggerEvent('open', { id });
    },

    /** A key on the desk; nothing while something is asked or under way. */
    onKey(key: DecisionKey) {
      const { view, sheetVisible, question, busy } = this.data;
      if (!view || sheetVisible || question || busy !== '') return;
      const acts: Readonly<Record<DecisionKey, () => void>> = {
        approve: () => void this.onMainTap(),
        return: () => {
          if (view.canReturn) this.onReturnTap();
        },
        seen: () => this.onSeenTap(),
        next: () => {
          if (this.data.next) this.onNextTap();
        },
        previous: () => this.onPreviousTap(),
        zoom: () => this.zoom(view.shots[0] ?? ''),
      };
      acts[key]();
    },
  },
});
