import { helpPeople } from '../../../domain/words/help-people';
import { doorPath, pagePath, PAGES } from '../../../domain/reminding/pages';
import { DEFAULT_RULEBOOK_ID, rulebookOf } from '../../../rulebooks/index';
import { readTicked, toggleTicked } from '../../../services/checklist';
import { copyOrSay, copyText } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { openSystem } from '../../../services/open-system';
import { collegePeopleFor, helpPeopleFor } from '../../../pages/journey/help-people';
import { openPage } from '../../../services/navigate';
import { recallOwnTransfer, type Loaded } from '../../../services/own-transfer';
import { isLedAway } from '../../../memory/led-away';
import { onReach } from '../../../services/reach-person';
import { isVisitor } from '../../../services/session';
import { loadReading } from '../../../loading/reading';
import { rulebookIdToRead } from '../../../asking/visitor';
import { sayFailure } from '../../../loading/say-failure';
import { askReceivers } from '../form/ask-receivers';
import { officesOf, offersFor } from '../form/receivers';
import { initial } from './page';
import { TAKING } from './taking';
import { toWayResultView } from './view';

Page({
  ...TAKING,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({
      large: isLargeFont(),
      wayId: query.way ?? '',
      routeId: query.route ?? '',
      shared: query.from === 'classmate',
      tried: query.from === 'draft',
      rulebookId: query.rules ?? DEFAULT_RULEBOOK_ID,
    });
    this.render();
    if (!this.data.tried) void this.load();
  },

  /** A guest comes back from signing in. */
  onShow() {
    if (this.data.guest && !isVisitor()) void this.load();
  },

  /** Whoever has not signed in reads the same guide, without what is about a person. */
  load() {
    return loadReading(this, {
      show: () => this.showNow(),
      fail: (failure) => this.show({ snapshot: recallOwnTransfer(), failure }),
    });
  },

  showNow() {
    this.setData({ guest: recallOwnTransfer() === null });
    this.render();
    void this.showReceivers();
  },

  /** Of the way that is chosen; the guide is read meanwhile, and stays as it is without an answer. */
  async showReceivers() {
    const { view } = this.data;
    if (!view?.chosen || view.byCollege) return;
    const receivers = await askReceivers();
    this.setData({ offers: offersFor(receivers, ''), offices: officesOf(receivers) });
  },

  show({ snapshot, failure }: Loaded) {
    if (failure && isLedAway(failure)) return;
    if (snapshot) this.showNow();
    else if (failure) this.setData({ failure: sayFailure(failure) });
  },

  render() {
    const home = recallOwnTransfer()?.response ?? null;
    const { wayId, routeId, guest } = this.data;
    if (this.data.tried) return this.renderTried();
    if (!home && !guest) return;
    const rulebookId = this.data.shared && !home ? this.data.rulebookId : rulebookIdToRead();
    const rulebook = rulebookOf(rulebookId ?? '');
    const view =
      rulebook && wayId ? toWayResultView(home, rulebook, wayId, routeId, readTicked()) : undefined;
    if (view && rulebook)
      this.setData({
        view,
        people: view.isOpen ? helpPeopleFor(home) : collegePeopleFor(home),
        rulebookId: rulebook.id,
        failure: '',
      });
    else this.setData({ failure: '今年的规则里没有这个去向，请重新选一次' });
  },

  /** As a visitor reads it, without anything to tap that would act. */
  renderTried() {
    const { wayId, routeId, rulebookId } = this.data;
    const rulebook = rulebookOf(rulebookId);
    const view = rulebook && toWayResultView(null, rulebook, wayId, routeId, readTicked());
    if (view) this.setData({ view, people: helpPeople(rulebook.contacts ?? [], null), failure: '' });
    else this.setData({ failure: '草稿里没有这个去向，回去再走一遍' });
  },

  /** The way goes along, nothing about the person does. */
  onShareAppMessage() {
    const { wayId, routeId, rulebookId, view } = this.data;
    if (!wayId || !view?.isOpen)
      return { title: '毕业转团关系，一步一步跟着办', path: `/${doorPath('wayPicker')}` };
    const query = { way: wayId, route: routeId, rules: rulebookId, from: 'classmate' };
    return { title: `团关系这样转：${view.title}`, path: `/${pagePath('wayResult', query)}` };
  },

  onRetry() {
    if (!this.data.wayId) return this.onAgainTap();
    this.setData({ failure: '' });
    void this.load();
  },

  onCopyField(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    void copyOrSay(event.detail.value);
  },

  onReach,

  onSystemTap() {
    const rulebook = rulebookOf(this.data.rulebookId);
    if (rulebook) openSystem(rulebook.system);
  },

  async onHandOffTap() {
    if (await copyText(this.data.view?.handOff ?? '')) toast('复制好了，发给“文件传输助手”，在电脑上照着填');
    else toast('没能复制，请长按文字自己选');
  },

  onCopyTellTap() {
    void copyOrSay(this.data.view?.tell ?? '');
  },

  onPrepareTap(event: WechatMiniprogram.TouchEvent) {
    toggleTicked(String(event.currentTarget.dataset.text));
    this.render();
  },

  /** Whoever was sent here answers the questions first. */
  onOwnTap() {
    openPage('wayPicker');
  },

  onSignInTap() {
    openPage('signIn', { then: 'back' });
  },

  onDeclineTap() {
    this.setData({ offersSignIn: false });
  },

  onAgainTap() {
    const pages = getCurrentPages();
    const first = pages.findIndex(({ route }) => route === PAGES.wayPicker);
    if (first >= 0) void wx.navigateBack({ delta: pages.length - 1 - first });
    else void wx.redirectTo({ url: `/${pagePath('wayPicker')}` });
  },

  onCheckTap() {
    openPage('preFlight');
  },
});
