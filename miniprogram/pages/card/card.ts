import { cardNow, loadCard, type CardResponse, type LoadedCard } from '../../services/card-pass';
import { readTicked, toggleTicked } from '../../services/checklist';
import { isLargeFont } from '../../services/display';
import { openPage } from '../../services/navigate';
import { sayStale } from '../../services/offline-words';
import { afterAMoment, newestOnly, once } from '../../services/once';
import { leaveStranger } from '../../services/session';
import { sayFailure } from '../../services/wording';
import { CARD_TICK, toCardView, type CardView } from './view';

const newest = newestOnly();
/** Asks for the next pass a moment before this one ends. */
const AHEAD_MS = 2000;

Page({
  data: {
    large: false,
    busy: '',
    skeleton: false,
    stale: '',
    failure: '',
    view: null as CardView | null,
  },
  card: null as CardResponse | null,
  renewal: null as ReturnType<typeof setTimeout> | null,

  onLoad() {
    this.setData({ large: isLargeFont() });
  },

  onShow() {
    // The teacher may take a while to get to it.
    void wx.setKeepScreenOn({ keepScreenOn: true });
    void this.refresh();
  },

  onHide() {
    this.stopRenewal();
  },

  onUnload() {
    this.stopRenewal();
    void wx.setKeepScreenOn({ keepScreenOn: false });
  },

  async onPullDownRefresh() {
    await this.refresh();
    void wx.stopPullDownRefresh();
  },

  async refresh() {
    const callOff = afterAMoment(() => this.setData({ skeleton: true }));
    await newest(loadCard(), (loaded) => this.show(loaded));
    callOff();
  },

  show({ card, failure }: LoadedCard) {
    this.setData({ skeleton: false });
    if (failure && leaveStranger(failure)) return;
    this.card = card ?? this.card;
    this.setData({
      stale: failure && this.card ? sayStale(failure, this.card.now) : '',
      failure: failure && !this.card ? sayFailure(failure) : '',
    });
    this.render();
    this.renewInTime(failure !== null);
  },

  render() {
    if (this.card) this.setData({ view: toCardView(this.card, cardNow(), readTicked()) });
  },

  /** A pass on the screen never goes stale before the teacher's eyes; without network it is at least taken away. */
  renewInTime(isOffline: boolean) {
    this.stopRenewal();
    const left = (this.card?.pass?.expiresAt ?? 0) - cardNow();
    if (left <= 0) return;
    this.renewal = isOffline
      ? setTimeout(() => this.render(), left)
      : setTimeout(() => void this.refresh(), Math.max(AHEAD_MS, left - AHEAD_MS));
  },

  stopRenewal() {
    if (this.renewal !== null) clearTimeout(this.renewal);
    this.renewal = null;
  },

  onRetry() {
    void once(this, 'load', () => this.refresh());
  },

  onWayOnTap() {
    const to = this.data.view?.wait?.to;
    if (to) openPage(to);
  },

  onTrackTap() {
    openPage('track');
  },

  onCheckTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const row = this.data.view?.checks.find(({ id }) => id === event.currentTarget.dataset.id);
    if (row?.opens) return this.openScreenshots();
    if (row?.id !== 'card') return;
    toggleTicked(CARD_TICK);
    this.render();
  },

  openScreenshots() {
    const urls = (this.card?.screenshots ?? []).map(({ url }) => url).filter(Boolean);
    const [current] = urls;
    if (current) void wx.previewImage({ current, urls });
  },

  onLostTap() {
    openPage('lostCard');
  },
});
