import { pagePath } from '../../../domain/reminding/pages';
import { load } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { rulebookOf } from '../../../rulebooks/index';
import { call } from '../../../services/call';
import { copyOrSay } from '../../../services/clipboard';
import { isLargeFont } from '../../../services/display';
import { placeOf } from '../queue/queue-order';
import { DECIDING } from './deciding';
import { FRESH, initial, own } from './page';
import { toDecisionView, type DecisionItem } from './view';

Page({
  ...DECIDING,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont() });
    this.open(query.transferId ?? '');
  },

  /** Starts on one item with everything of the last one forgotten. */
  open(id: string) {
    own(this).item = null;
    const { number, total, previous, next } = placeOf(id);
    this.setData({ ...FRESH, id, place: { number, total }, previous: previous ?? '', next: next ?? '' });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    void this.load();
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
    void wx.setNavigationBarTitle({ title });
    this.setData({ view, error: '' });
    return true;
  },

  onRetryTap() {
    this.setData({ error: '', view: null });
    void this.load();
  },

  onSeenChange(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    this.setData({ seen: event.detail.checked });
  },

  onShotTap(event: WechatMiniprogram.TouchEvent) {
    const urls = [...(this.data.view?.shots ?? [])];
    const current = String(event.currentTarget.dataset.url ?? urls[0] ?? '');
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
    if (this.data.previous) this.open(this.data.previous);
  },

  onNextTap() {
    if (this.data.next) this.open(this.data.next);
    else this.leave();
  },

  leave() {
    if (getCurrentPages().length > 1) void wx.navigateBack();
    else void wx.redirectTo({ url: `/${pagePath('teacherDesk')}` });
  },
});
