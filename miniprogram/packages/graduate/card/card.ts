import { nothing } from '../../../memory/empty';
import { askCard, recallCard, type CardResponse } from '../../../asking/card-pass';
import { readTicked, toggleTicked } from '../../../services/checklist';
import { cloudNow } from '../../../memory/cloud-clock';
import { isLargeFont, toast } from '../../../services/display';
import { call } from '../../../asking/call';
import { sayFailure } from '../../../loading/say-failure';
import type { OfflineTap } from '../../../components/offline-steps/rows';
import { openPage } from '../../../services/navigate';
import { loadOwnPage, REFRESH_HANDLERS, OWN_PAGE_DATA, type OwnPageData } from '../../../loading/own-page';
import { systemNow } from '../../../pages/journey/facts-now';
import { CARD_TICK, toCardView, type CardView } from './view';

/** Asks for the next pass a moment before this one ends. */
const AHEAD_MS = 2000;

interface Data extends OwnPageData {
  view: CardView | null;
  /** Id of the step on paper that is being ticked. */
  ticking: string;
}

const initial: Data = {
  ...OWN_PAGE_DATA,
  view: null,
  ticking: '',
};

Page({
  ...REFRESH_HANDLERS,

  data: initial,
  card: nothing<CardResponse>(),
  renewal: nothing<ReturnType<typeof setTimeout>>(),

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

  refresh() {
    return loadOwnPage(this, {
      ask: askCard(),
      keep: (card) => (this.card = card),
      knownAt: () => (this.card ??= recallCard())?.now ?? null,
    });
  },

  render() {
    if (!this.card) return;
    this.setData({
      view: toCardView(this.card, { now: cloudNow(), ticked: readTicked(), system: systemNow() }),
    });
    this.renewInTime(this.card);
  },

  /** A pass on the screen never goes stale before the teacher's eyes; without network it is at least taken away. */
  renewInTime({ pass }: CardResponse) {
    this.stopRenewal();
    const left = (pass?.expiresAt ?? 0) - cloudNow();
    if (left <= 0) return;
    this.renewal = this.data.stale
      ? setTimeout(() => this.render(), left)
      : setTimeout(() => void this.refresh(), Math.max(AHEAD_MS, left - AHEAD_MS));
  },

  stopRenewal() {
    if (this.renewal !== null) clearTimeout(this.renewal);
    this.renewal = null;
  },

  onTick({ detail }: WechatMiniprogram.CustomEvent<OfflineTap & { number?: string }>) {
    const version = this.card?.version ?? null;
    if (version === null || this.data.ticking) return;
    this.setData({ ticking: detail.stepId });
    void call('graduate', 'tickOffline', { version, ...detail }).then(async (done) => {
      toast(done.ok ? '记下了' : sayFailure(done.error));
      await this.refresh();
      this.setData({ ticking: '' });
    });
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
