import type { OfflineTap } from '../../../../components/offline-steps/rows';
import {
  reportQuestion,
  type Outcome,
  type ReportQuestion,
} from '../../../../components/report-dialog/reports';
import { doorPath } from '../../../../domain/reminding/pages';
import type { Request } from '../../../../contract';
import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../services/call';
import { openPage } from '../../../../services/navigate';
import { copyText } from '../../../../services/clipboard';
import { loadDesk } from '../../../../loading/desk-page';
import { isLargeFont, toast } from '../../../../services/display';
import { once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { rememberedBranch } from '../../../../services/session';
import { sayFailure } from '../../../../loading/say-failure';
import { nudgedWords } from '../../board/branch-panel/words';
import { RETURN_REASONS, toPersonView, type PersonView, type Reply } from './view';

/** What an instance remembers besides what it shows. */
interface Own {
  reply: Reply | null;
}

const own = ownState<Own>(() => ({
  reply: null,
}));

interface Data {
  large: boolean;
  memberId: string;
  view: PersonView | null;
  error: string;
  busy: string;
  /** Id of the step on paper that is being ticked. */
  ticking: string;
  question: ReportQuestion | null;
  questionError: string;
  /** The sheet for a reason is open. */
  returning: boolean;
  returnError: string;
  returnReasons: readonly string[];
}

const initial: Data = {
  large: false,
  memberId: '',
  view: null,
  error: '',
  busy: '',
  ticking: '',
  question: null,
  questionError: '',
  returning: false,
  returnError: '',
  returnReasons: RETURN_REASONS,
};

type Decision = Request<'secretary', 'decide'>['decision'];

const DECIDED: Readonly<Record<Decision, string>> = {
  approve: '批准了',
  'undo-approve': '撤回了，还没批',
  return: '退回了，本人会收到原因',
};

Page({
  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), memberId: query.memberId ?? '' });
  },

  onShow() {
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  async load() {
    const mine = own(this);
    await loadDesk(this, {
      ask: call('secretary', 'person', { memberId: this.data.memberId }),
      isShown: mine.reply !== null,
      show: (reply) => {
        mine.reply = reply;
        this.show(reply);
      },
    });
  },

  show(reply: Reply) {
    const rulebook = rulebookOf(reply.rulebookId);
    if (!rulebook) return this.setData({ error: '这一季的规则在这个版本里没有，请关掉小程序后重新打开' });
    this.setData({ view: toPersonView(reply, rulebook), error: '' });
    void wx.setNavigationBarTitle({ title: reply.person.name });
  },

  onRetryTap() {
    this.setData({ error: '', view: null });
    void this.load();
  },

  /** To search for in the list of members on 智慧团建. */
  async onCopyNameTap() {
    const name = this.data.view?.name;
    if (name && !(await copyText(name))) toast('没能复制，请长按名字自己选');
  },

  onCopyInvitationTap() {
    return this.copy(this.data.view?.invitation?.text);
  },

  onCopyElsewhereTap() {
    return this.copy(this.data.view?.elsewhere?.text);
  },

  async copy(text: string | undefined) {
    if (text && !(await copyText(text))) toast('没能复制，请长按文字自己选');
  },

  /** Nothing about the person goes along. */
  onShareAppMessage() {
    const plain = { title: '毕业生团员，来办团关系转接', path: `/${doorPath('signIn')}` };
    return this.data.view?.invitation?.card ?? plain;
  },

  onNudgeTap() {
    void once(this, 'nudge', async () => {
      const nudged = await call('secretary', 'nudge', {
        memberIds: [this.data.memberId],
        ...rememberedBranch(),
      });
      if (!nudged.ok) return toast(sayFailure(nudged.error));
      toast(nudgedWords(nudged.data));
      await this.load();
    });
  },

  onRecordTap() {
    openPage('recordFor', { memberId: this.data.memberId, as: 'secretary' });
  },

  onApproveTap() {
    void once(this, 'approve', () => this.decide('approve'));
  },

  onUndoTap() {
    void once(this, 'undo-approve', () => this.decide('undo-approve'));
  },

  onReturnTap() {
    this.setData({ returning: true, returnError: '' });
  },

  onReturnClose() {
    this.setData({ returning: false });
  },

  onReturnConfirm({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    void once(this, 'return', () => this.decide('return', detail.reason));
  },

  async decide(decision: Decision, reason?: string) {
    const version = own(this).reply?.person.transfer?.version;
    if (version === undefined) return;
    const { memberId } = this.data;
    const said = { memberId, version, decision, ...(reason === undefined ? {} : { reason }) };
    const decided = await call('secretary', 'decide', said);
    if (!decided.ok && decision === 'return') this.setData({ returnError: sayFailure(decided.error) });
    else toast(decided.ok ? DECIDED[decision] : sayFailure(decided.error));
    if (decided.ok) this.setData({ returning: false });
    await this.load();
  },

  onTick({ detail }: WechatMiniprogram.CustomEvent<OfflineTap & { number?: string }>) {
    const version = own(this).reply?.person.transfer?.version;
    if (version === undefined || this.data.ticking) return;
    this.setData({ ticking: detail.stepId });
    void once(this, 'tick', async () => {
      const { memberId } = this.data;
      const done = await call('secretary', 'tickOffline', { memberId, version, ...detail });
      toast(done.ok ? '记下了' : sayFailure(done.error));
      await this.load();
      this.setData({ ticking: '' });
    });
  },

  onReportTap(event: TapEvent<{ outcome: Outcome }>) {
    const outcome = event.currentTarget.dataset.outcome;
    const { reply } = own(this);
    const rulebook = reply && rulebookOf(reply.rulebookId);
    if (!reply || !rulebook) return;
    // A secretary is not shown where a classmate goes.
    const about = { memberName: reply.person.name, organisation: undefined };
    this.setData({ question: reportQuestion(outcome, about, rulebook), questionError: '' });
  },

  onQuestionClose() {
    this.setData({ question: null });
  },

  onQuestionConfirm(event: WechatMiniprogram.CustomEvent<{ outcome: Outcome; reason: string }>) {
    const { memberId } = this.data;
    const version = own(this).reply?.person.transfer?.version;
    if (version === undefined) return;
    const { outcome, reason } = event.detail;
    void once(this, 'report', async () => {
      const said = { memberId, version, outcome, ...(reason ? { reason } : {}) };
      const confirmed = await call('secretary', 'confirmStatus', said);
      if (!confirmed.ok) {
        this.setData({ questionError: sayFailure(confirmed.error) });
        if (confirmed.error.code === 'TRANSFER_VERSION_STALE') await this.load();
        return;
      }
      this.setData({ question: null });
      toast('记下了，本人会收到消息');
      await this.load();
    });
  },
});
