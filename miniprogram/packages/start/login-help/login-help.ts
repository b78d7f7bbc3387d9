import { nothing } from '../../../memory/empty';
import { withAnswer, type Answers, type Flow, type FlowAction } from '../../../domain/rules/flow';
import type { Rulebook } from '../../../domain/rules/rulebook/index';
import type { Failure } from '../../../domain/errors';
import type { HelpPerson } from '../../../domain/words/help-people';
import { copyOrSay } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { helpPeopleFor } from '../../../pages/journey/help-people';
import { goBack, openPage } from '../../../services/navigate';
import { once } from '../../../loading/load';
import { cloudNow } from '../../../memory/cloud-clock';
import { changeOwnTransfer, recallOwnTransfer } from '../../../services/own-transfer';
import { offerSignIn } from '../../../services/offer-sign-in';
import { REFRESH_HANDLERS, OWN_PAGE_DATA, type OwnPageData } from '../../../loading/own-page';
import { onReach } from '../../../services/reach-person';
import { reportResetResult, requestResetCode, revealResetCode } from '../../../asking/reset-request';
import { askForReminders } from '../../../asking/subscribe';
import { askForWantedCode, isCodeWanted, wantCode } from '../../../asking/wanted-code';
import { confirmLogin } from '../../../asking/transfer-steps';
import { sayFailure } from '../../../loading/say-failure';
import { refreshReading } from '../../../loading/reading';
import { rulebookIdToRead } from '../../../asking/visitor';
import { rulesNamed } from '../../../pages/journey/facts';
import { showTeacher } from '../../../pages/journey/facts-now';
import { withoutLast } from '../../../pages/journey/flow-view';
import { toLoginHelpView, toVisitorHelpView, type LoginHelpView } from './view';

/** The time left is told in minutes at the finest. */
const TICK_MS = 30_000;

const ASKING_FOR_CODE = {
  title: '登录以后才能求助',
  content: '团支书要知道是谁在等验证码。登录要用学号、姓名和支部邀请码。',
};

const rulesNow = (): Rulebook | undefined => {
  const id = rulebookIdToRead();
  return id === null ? undefined : rulesNamed(id);
};

const flowNow = (): Flow | undefined => rulesNow()?.flows['login-help'];

const FOR_TEACHER = '之前的验证码不管用，想请学院老师帮忙';

interface Data extends OwnPageData {
  view: LoginHelpView | null;
  people: readonly HelpPerson[];
  asking: boolean;
  /** A request waits on this phone for a network. */
  wanted: boolean;
}

const initial: Data = {
  ...OWN_PAGE_DATA,
  view: null,
  people: [],
  asking: false,
  wanted: false,
};

const NO_ANSWERS: Answers = {};

Page({
  ...REFRESH_HANDLERS,

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

  onFlowAction(event: WechatMiniprogram.CustomEvent<{ do: FlowAction }>) {
    const action = event.detail.do;
    if (action === 'ask-college') return showTeacher();
    if (recallOwnTransfer() === null) return this.goOnReading(action);
    if (action === 'confirm-login') void once(this, 'flow', () => this.loggedIn());
    if (action === 'request-code') void once(this, 'flow', () => this.requestCode());
    if (action === 'escalate-code') void once(this, 'flow', () => this.requestCode(FOR_TEACHER));
  },

  /** A code is asked for in somebody's name; everything else goes on without one. */
  goOnReading(action: FlowAction) {
    if (action === 'confirm-login') openPage('wayPicker');
    else offerSignIn(ASKING_FOR_CODE);
  },

  async requestCode(note?: string) {
    await askForReminders(['code', 'deadline']);
    const held = this.heldRequest();
    // One request at a time: the code in hand is given up before a new one is asked for.
    if (held) await reportResetResult(held.id, false);
    const state = recallOwnTransfer()?.response.resetRequest?.state;
    if (state === 'escalated' || (state === 'waiting' && !note)) return this.startAgain();
    const reply = await requestResetCode(note);
    if (!reply.ok && reply.error.code === 'OFFLINE') return this.keepRequest(note);
    if (!reply.ok && reply.error.code !== 'RESET_ALREADY_WAITING') return this.complain(reply.error);
    this.startAgain();
    if (reply.ok) toast(note ? '转给学院老师了，拿到马上告诉你' : '求助发出去了，拿到马上告诉你');
    else await this.refresh();
  },

  /** Without a network it is kept and sent later: nobody has to remember to ask again. */
  keepRequest(note?: string) {
    wantCode(note);
    this.startAgain();
    toast('现在没有网络。求助存好了，连上就发出去');
  },

  /** The request whose code is out and not yet settled. */
  heldRequest() {
    const request = recallOwnTransfer()?.response.resetRequest;
    return request?.state === 'issued' || request?.state === 'revealed' ? request : null;
  },

  startAgain() {
    this.answers = {};
    this.code = '';
    this.setData({ asking: false });
    this.render();
  },

  async loggedIn() {
    const used = this.heldRequest();
    // The login counts even when the note about the code gets lost, so its failure is not shown.
    const [reply] = await Promise.all([confirmLogin(), used ? reportResetResult(used.id, true) : null]);
    if (!reply.ok) return this.complain(reply.error);
    toast('好，第 1 步完成');
    goBack();
  },

  complain(error: Failure) {
    toast(sayFailure(error));
    if (error.code.startsWith('RESET_')) void this.refresh();
  },

  onRevealTap() {
    void once(this, 'reveal', async () => {
      const request = recallOwnTransfer()?.response.resetRequest;
      if (!request) return;
      const { code, failure } = await revealResetCode(request.id);
      if (failure) return this.complain(failure);
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

  onWorkedTap() {
    void once(this, 'worked', () => this.loggedIn());
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
