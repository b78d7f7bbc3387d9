import { nothing } from '../../memory/empty';
import { withAnswer, type Answers, type FlowAction } from '../../domain/rules/flow';
import { tellReceiverText } from '../../domain/rules/rulebook/index';
import type { HelpPerson } from '../../domain/words/help-people';
import { addToCalendar } from '../../services/calendar';
import { copyOrSay } from '../../services/clipboard';
import { isLargeFont, toast } from '../../services/display';
import { helpPeopleFor } from '../journey/help-people';
import { openPage } from '../../services/navigate';
import { once } from '../../loading/load';
import { cloudNow } from '../../memory/cloud-clock';
import { changeOwnTransfer, recallOwnTransfer } from '../../services/own-transfer';
import {
  refreshOwnTransfer,
  REFRESH_HANDLERS,
  OWN_PAGE_DATA,
  type OwnPageData,
} from '../../loading/own-page';
import { onReach } from '../../services/reach-person';
import { askForReminders } from '../../asking/subscribe';
import { showTab } from '../../custom-tab-bar/tab';
import { withdrawTransfer } from '../../asking/transfer-steps';
import { sayFailure } from '../../loading/say-failure';
import { factsNow, openOwnSystem, showTeacher } from '../journey/facts-now';
import { withoutLast } from '../journey/flow-view';
import type { Outcome, ReportQuestion } from '../journey/report-words';
import { sendHurry } from '../journey/send-hurry';
import { REPORT_DIALOG, sendReport } from '../journey/send-report';
import { openingAnswers, toTrackView, type TrackView } from './view';
import type { Choice } from './choices';

/** The flow the page shows in this state. */
const flowNow = () => {
  const facts = factsNow();
  return facts?.rulebook.flows[facts.state === 'timedOut' ? 'timeout' : 'refusal-coach'];
};

interface Data extends OwnPageData {
  view: TrackView | null;
  people: readonly HelpPerson[];
  question: ReportQuestion | null;
  questionError: string;
  withdrawing: boolean;
  withdrawError: string;
}

const initial: Data = {
  ...OWN_PAGE_DATA,
  view: null,
  people: [],
  question: null,
  questionError: '',
  withdrawing: false,
  withdrawError: '',
};

Page({
  ...REFRESH_HANDLERS,
  ...REPORT_DIALOG,

  data: initial,
  /** Null until the person touches the flow. */
  answers: nothing<Answers>(),

  onLoad() {
    this.setData({ large: isLargeFont() });
  },

  onShow() {
    showTab(this, 'track');
    this.render();
    void this.refresh();
  },

  refresh() {
    return refreshOwnTransfer(this);
  },

  render() {
    const known = recallOwnTransfer();
    if (!known) return;
    this.setData({
      view: toTrackView(known.response, cloudNow(), this.answers),
      people: helpPeopleFor(known.response),
    });
    showTab(this, 'track', known.response.unread);
  },

  onReach,

  onStartTap() {
    openPage(this.data.view?.empty?.page ?? 'wayPicker');
  },

  onFixTap() {
    openPage('form');
  },

  onNextTap() {
    openPage(this.data.view?.next?.page ?? 'form');
  },

  onChoiceTap(event: WechatMiniprogram.TouchEvent<object, object, Pick<Choice, 'id' | 'rests'>>) {
    if (event.currentTarget.dataset.rests) return;
    switch (event.currentTarget.dataset.id) {
      case 'hurry':
        return void sendHurry(this);
      case 'tell':
        return this.tell();
      case 'system':
        return openOwnSystem();
      case 'receiver':
        return openPage('forReceiver');
      case 'calendar':
        return this.remember();
      case 'login':
        return openPage('loginHelp');
      case 'phone':
        return openPage('receiverPhone');
      case 'changed':
        return openPage('changed');
      case 'teacher':
        return showTeacher();
      case 'withdraw':
        return this.setData({ withdrawing: true, withdrawError: '' });
    }
  },

  onReportTap(event: WechatMiniprogram.TouchEvent<object, object, { outcome: Outcome }>) {
    this.ask(event.currentTarget.dataset.outcome);
  },

  onReport(event: WechatMiniprogram.CustomEvent<{ outcome: Outcome; reason: string }>) {
    void sendReport(this, event.detail, () => (this.answers = null));
  },

  onStillWaitingTap() {
    void once(this, 'wait', async () => {
      const { accepted, subscription } = await askForReminders(['deadline', 'progress']);
      if (subscription) changeOwnTransfer({ subscription });
      toast(accepted.length > 0 ? '好，我们接着盯，快到期时提醒你' : '好，我们接着盯，有变化会放进消息里');
    });
  },

  onChoose(event: WechatMiniprogram.CustomEvent<{ questionId: string; optionId: string }>) {
    const flow = flowNow();
    if (!flow) return;
    this.answers = withAnswer(flow, this.given(), event.detail.questionId, event.detail.optionId);
    this.render();
  },

  given(): Answers {
    const facts = factsNow();
    return this.answers ?? (facts ? openingAnswers(facts) : {});
  },

  onBack() {
    const flow = flowNow();
    if (!flow) return;
    this.answers = withoutLast(flow, this.given());
    this.render();
  },

  onFlowAction(event: WechatMiniprogram.CustomEvent<{ do: FlowAction }>) {
    switch (event.detail.do) {
      case 'report-accepted':
        return this.ask('accepted');
      case 'report-refused':
        return this.ask('refused');
      case 'report-returned':
        return this.ask('returned');
      case 'resubmit':
      case 'open-form':
        return openPage('form');
      case 'way-picker':
        return openPage('wayPicker');
      case 'login-help':
        return openPage('loginHelp');
      case 'ask-college':
        return showTeacher();
      default:
        return this.onStillWaitingTap();
    }
  },

  /** The last day, in the phone's own calendar. */
  remember() {
    const facts = factsNow();
    const at = facts?.transfer?.deadlineAt;
    if (!facts || !at) return;
    const note = `到期没处理，${facts.outcome.text}。登录${facts.rulebook.system.name}看一眼，再来小程序记一下。`;
    addToCalendar({ title: `团关系转接截止：${facts.receiver}`, note, at });
  },

  tell() {
    const facts = factsNow();
    const words = facts?.route && tellReceiverText(facts.route, facts.response.member.name);
    if (words) void copyOrSay(words);
  },

  onCopy(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    void copyOrSay(event.detail.value);
  },

  onWithdrawClose() {
    if (this.data.busy !== 'withdraw') this.setData({ withdrawing: false });
  },

  onWithdrawConfirm() {
    void once(this, 'withdraw', async () => {
      const reply = await withdrawTransfer();
      if (!reply.ok) {
        this.setData({ withdrawError: sayFailure(reply.error) });
        if (reply.error.code.startsWith('TRANSFER_')) void this.refresh();
        return;
      }
      this.setData({ withdrawing: false });
      this.render();
      toast('撤回了，可以重新选去向');
    });
  },
});
