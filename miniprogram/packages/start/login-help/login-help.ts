import { nothing } from '../../../memory/empty';
import { withAnswer, type Answers, type Flow } from '../../../domain/rules/flow';
import type { Rulebook } from '../../../domain/rules/rulebook/index';
import { copyOrSay } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { helpPeopleFor } from '../../../pages/journey/help-people';
import { openPage } from '../../../services/navigate';
import { once } from '../../../loading/load';
import { cloudNow } from '../../../memory/cloud-clock';
import { changeOwnTransfer, recallOwnTransfer } from '../../../services/own-transfer';
import { REFRESH_HANDLERS } from '../../../loading/own-page';
import { onReach } from '../../../services/reach-person';
import { revealResetCode } from '../../../asking/reset-request';
import { askForReminders } from '../../../asking/subscribe';
import { askForWantedCode, isCodeWanted } from '../../../asking/wanted-code';
import { refreshReading } from '../../../loading/reading';
import { rulebookIdToRead } from '../../../asking/visitor';
import { rulesNamed } from '../../../pages/journey/facts';
import { withoutLast } from '../../../pages/journey/flow-view';
import { initial } from './page';
import { complain, REQUESTING } from './requesting';
import { toLoginHelpView, toVisitorHelpView } from './view';

/** The time left is told in minutes at the finest. */
const TICK_MS = 30_000;

const rulesNow = (): Rulebook | undefined => {
  const id = rulebookIdToRead();
  return id === null ? undefined : rulesNamed(id);
};

const flowNow = (): Flow | undefined => rulesNow()?.flows['login-help'];

const NO_ANSWERS: Answers = {};

Page({
  ...REFRESH_HANDLERS,
  ...REQUESTING,

  data: initial,
  answers: NO_ANSWERS,
  /** The revealed code; gone with the page. */
  code: '',
  ticker: nothing<ReturnType<typeof setInterval>>(),

  onLoad() {
    this.answers = {};
    this.code = '';
    this.setData({ large: isLargeFont() });
  },

  onShow() {
    this.render();
    void this.refresh();
    this.ticker = setInterval(() => this.render(), TICK_MS);
  },

  onReach,

  onHide() {
    if (this.ticker !== null) clearInterval(this.ticker);
  },

  onUnload() {
    if (this.ticker !== null) clearInterval(this.ticker);
    this.code = '';
  },

  async refresh() {
    await refreshReading(this);
    if (!this.data.wanted) return;
    await askForWantedCode();
    this.render();
  },

  render() {
    const known = recallOwnTransfer();
    if (!known) return this.renderForVisitor();
    const { asking } = this.data;
    const input = { answers: this.answers, code: this.code, asking };
    this.setData({
      view: toLoginHelpView(known.response, cloudNow(), input),
      people: helpPeopleFor(known.response),
      wanted: isCodeWanted(),
    });
  },

  renderForVisitor() {
    const rulebook = rulesNow();
    if (rulebook)
      this.setData({ view: toVisitorHelpView(rulebook, this.answers), people: helpPeopleFor(null) });
  },

  onChoose(event: WechatMiniprogram.CustomEvent<{ questionId: string; optionId: string }>) {
    const flow = flowNow();
    if (!flow) return;
    this.answers = withAnswer(flow, this.answers, event.detail.questionId, event.detail.optionId);
    this.render();
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onBack() {
    const flow = flowNow();
    if (!flow) return;
    this.answers = withoutLast(flow, this.answers);
    this.render();
  },

  onRevealTap() {
    void once(this, 'reveal', async () => {
      const request = recallOwnTransfer()?.response.resetRequest;
      if (!request) return;
      const { code, failure } = await revealResetCode(request.id);
      if (failure) return complain(this, failure);
      this.code = code;
      this.render();
    });
  },

  onRemindTap() {
    void once(this, 'remind', async () => {
      const { accepted, subscription } = await askForReminders(['code']);
      if (subscription) changeOwnTransfer({ subscription });
      this.render();
      toast(accepted.length > 0 ? '好，拿到就提醒你' : '这次没有同意，随时可以再点');
    });
  },

  /** Leads into the questions about codes that do not work. */
  onFailedTap() {
    const flow = flowNow();
    if (!flow) return;
    this.answers = withAnswer(flow, {}, 'situation', 'code-fails');
    this.setData({ asking: true });
    this.render();
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onAskAgainTap() {
    this.answers = {};
    this.setData({ asking: true });
    this.render();
  },

  onAskTap() {
    openPage('ask');
  },

  onStopAskingTap() {
    this.setData({ asking: false });
    this.render();
  },

  onCopyTap(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
    void copyOrSay(event.currentTarget.dataset.value);
  },

  onCopy(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    void copyOrSay(event.detail.value);
  },
});
