import { ROUTE_IDS, WAY_IDS, type RouteId, type WayId } from '../../domain/model';
import { pagePath, PAGES } from '../../domain/pages';
import { rulebookOf } from '../../rulebooks';
import { call } from '../../services/call';
import { readTicked, toggleTicked } from '../../services/checklist';
import { copyOrSay } from '../../services/clipboard';
import { isLargeFont } from '../../services/display';
import { openPage } from '../../services/navigate';
import { newestOnly, once } from '../../services/once';
import {
  changeOwnTransfer,
  loadOwnTransfer,
  recallOwnTransfer,
  type Loaded,
} from '../../services/own-transfer';
import { forgetReceiver, readPreFlight } from '../../services/pre-flight-answers';
import { leaveStranger } from '../../services/session';
import { sayFailure } from '../../services/wording';
import { isCleared } from '../pre-flight/view';
import { toWayResultView, type WayResultView } from './view';

const newest = newestOnly();

const wayFrom = (value: string | undefined): WayId | undefined => WAY_IDS.find((id) => id === value);
const routeFrom = (value: string | undefined): RouteId => ROUTE_IDS.find((id) => id === value) ?? 'direct';

Page({
  data: {
    large: false,
    busy: '',
    wayId: '' as WayId | '',
    routeId: 'direct' as RouteId,
    view: null as WayResultView | null,
    failure: '',
    problem: '',
    /** A classmate sent this; the person's own answers may lead elsewhere. */
    shared: false,
  },

  onLoad(query: Record<string, string | undefined>) {
    this.setData({
      large: isLargeFont(),
      wayId: wayFrom(query.way) ?? '',
      routeId: routeFrom(query.route),
      shared: query.from === 'classmate',
    });
    this.render();
    void newest(loadOwnTransfer(), (loaded) => this.show(loaded));
  },

  show({ snapshot, failure }: Loaded) {
    if (failure && leaveStranger(failure)) return;
    if (snapshot) this.render();
    else if (failure) this.setData({ failure: sayFailure(failure) });
  },

  render() {
    const home = recallOwnTransfer()?.response;
    const { wayId, routeId } = this.data;
    if (!home) return;
    const rulebook = rulebookOf(home.season.rulebookId);
    const view =
      rulebook && wayId ? toWayResultView(home, rulebook, wayId, routeId, readTicked()) : undefined;
    if (view) this.setData({ view, failure: '' });
    else this.setData({ failure: '今年的规则里没有这个去向，请重新选一次' });
  },

  /** The way goes along, nothing about the person does. */
  onShareAppMessage() {
    const { wayId, routeId, view } = this.data;
    if (!wayId || !view) return { title: '毕业转团关系，一步一步跟着办', path: `/${pagePath('wayPicker')}` };
    const query = { way: wayId, route: routeId, from: 'classmate' };
    return { title: `团关系这样转：${view.title}`, path: `/${pagePath('wayResult', query)}` };
  },

  onRetry() {
    if (!this.data.wayId) return this.onAgainTap();
    this.setData({ failure: '' });
    void newest(loadOwnTransfer(), (loaded) => this.show(loaded));
  },

  onCopyField(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    void this.copy(event.detail.value);
  },

  onCopyTellTap() {
    void this.copy(this.data.view?.tell ?? '');
  },

  async copy(text: string) {
    await copyOrSay(text);
  },

  onPrepareTap(event: WechatMiniprogram.TouchEvent) {
    toggleTicked(String(event.currentTarget.dataset.text));
    this.render();
  },

  /** Whoever was sent here answers the questions first. */
  onOwnTap() {
    openPage('wayPicker');
  },

  onAgainTap() {
    const pages = getCurrentPages();
    const first = pages.findIndex(({ route }) => route === PAGES.wayPicker);
    if (first >= 0) void wx.navigateBack({ delta: pages.length - 1 - first });
    else void wx.redirectTo({ url: `/${pagePath('wayPicker')}` });
  },

  onTakeTap() {
    if (this.data.view?.chosen) return this.openForm();
    return once(this, 'take', () => this.take());
  },

  async take() {
    const { wayId, routeId } = this.data;
    const transfer = recallOwnTransfer()?.response.transfer ?? null;
    if (!wayId) return;
    this.setData({ problem: '' });
    const reply = await call('graduate', 'chooseWay', { wayId, routeId, version: transfer?.version ?? null });
    if (reply.ok) {
      changeOwnTransfer({ transfer: reply.data.transfer });
      forgetReceiver();
      return this.openForm();
    }
    this.setData({ problem: sayFailure(reply.error) });
    if (reply.error.code.startsWith('TRANSFER_')) this.show(await loadOwnTransfer());
  },

  /** Before the form comes what could stop the transfer; who has answered it goes straight on. */
  openForm() {
    const rulebook = rulebookOf(recallOwnTransfer()?.response.season.rulebookId ?? '');
    const isClear =
      !rulebook || this.data.view?.byCollege || isCleared(rulebook.flows['pre-flight'], readPreFlight());
    void wx.redirectTo({ url: `/${pagePath(isClear ? 'form' : 'preFlight')}` });
  },
});
