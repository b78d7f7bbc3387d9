import type { OfflineTap } from '../../../../components/offline-steps/rows';
import { pagePath } from '../../../../domain/reminding/pages';
import type { Result } from '../../../../domain/errors';
import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../services/call';
import { copyOrSay, copyText } from '../../../../services/clipboard';
import { openSheet } from '../../../../loading/parts';
import { loadDesk } from '../../../../loading/desk-page';
import { isLargeFont, toast } from '../../../../services/display';
import { goBack } from '../../../../services/navigate';
import { once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { sayFailure } from '../../../../loading/say-failure';
import { newCodeText, toPersonView, type Person, type PersonView } from './view';

/** What is asked once more before it is done. */
type Question = 'assign' | 'remove' | 'contact' | 'over-age' | 'remove-member';
const QUESTIONS: Record<Question, { title: string; text: string; confirm: string }> = {
  assign: { title: '设为团支书', text: '以后这个支部要验证码的消息会发给 TA。', confirm: '设为团支书' },
  remove: { title: '不再当团支书', text: 'TA 就看不到支部的名单和验证码了。', confirm: '不再当' },
  contact: { title: '看父母的联系方式', text: '每看一次都会留下记录：谁、什么时候看的。', confirm: '看一次' },
  'remove-member': {
    title: '从名单移除',
    text: 'TA 没有登录、没有转接记录，移除不影响别人。人数会少 1。',
    confirm: '移除',
  },
  'over-age': { title: '超龄的事办好了', text: '会从待办里拿掉。', confirm: '办好了' },
};
const UNBIND_REASONS = ['换了微信号', '登记错了人', '本人要求'];

/** What an instance remembers besides what it shows. */
interface Own {
  person: Person | null;
}

const own = ownState<Own>(() => ({
  person: null,
}));

interface Data {
  large: boolean;
  memberId: string;
  collegeId: string;
  fromOverAge: boolean;
  /** The transfer whose decision is open below this page. */
  from: string;
  view: PersonView | null;
  error: string;
  busy: string;
  /** Id of the step on paper that is being ticked. */
  ticking: string;
  asking: Question | '';
  question: typeof QUESTIONS.assign;
  contact: { name: string; phone: string } | null;
  unbindVisible: boolean;
  unbindError: string;
  unbindReasons: typeof UNBIND_REASONS;
  /** The branch's code after an unbinding, to hand on; empty otherwise. */
  newCode: string;
  branches: { id: string; name: string }[];
  branchesVisible: boolean;
  branchesError: string;
  /** What it was before a correction, to take it back. */
  corrected: Named | null;
}

interface Named {
  memberId: string;
  name: string;
  studentNumber: string;
}

const initial: Data = {
  large: false,
  memberId: '',
  collegeId: '',
  fromOverAge: false,
  from: '',
  view: null,
  error: '',
  busy: '',
  ticking: '',
  asking: '',
  question: QUESTIONS.assign,
  contact: null,
  unbindVisible: false,
  unbindError: '',
  unbindReasons: UNBIND_REASONS,
  newCode: '',
  branches: [],
  branchesVisible: false,
  branchesError: '',
  corrected: null,
};

Page({
  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({
      large: isLargeFont(),
      memberId: query.memberId ?? '',
      collegeId: query.collegeId ?? '',
      fromOverAge: query.overAge === '1',
      from: query.from ?? '',
    });
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
      ask: call('teacher', 'person', { memberId: this.data.memberId }),
      isShown: mine.person !== null,
      show: ({ person, organisation, rulebookId, now }) => {
        mine.person = person;
        const context = { rulebook: rulebookOf(rulebookId), organisation, now };
        this.setData({ view: toPersonView(person, context), error: '' });
      },
    });
  },

  onRetryTap() {
    this.setData({ error: '', view: null });
    void this.load();
  },

  onCopyTap(event: TapEvent<{ text: string }>) {
    void copyOrSay(event.currentTarget.dataset.text);
  },

  onMainTap() {
    const { main, transferId, studentNumber } = this.data.view ?? {};
    if (!main || !transferId) return;
    // Who came from that very decision goes back to it instead of opening it once more.
    if (main.to === 'decision' && transferId === this.data.from) return void wx.navigateBack();
    const path =
      main.to === 'decision'
        ? pagePath('teacherDecision', { transferId })
        : pagePath('teacherCards', { search: studentNumber ?? '' });
    void wx.navigateTo({ url: `/${path}` });
  },

  onRecordTap() {
    const query = { memberId: this.data.memberId, as: 'teacher' };
    void wx.navigateTo({ url: `/${pagePath('recordFor', query)}` });
  },

  onTick({ detail }: WechatMiniprogram.CustomEvent<OfflineTap & { number?: string }>) {
    const transfer = own(this).person?.transfer;
    if (!transfer || this.data.ticking) return;
    this.setData({ ticking: detail.stepId });
    void once(this, 'tick', async () => {
      const { id: transferId, version } = transfer;
      const done = await call('teacher', 'tickOffline', { transferId, version, ...detail });
      toast(done.ok ? '记下了' : sayFailure(done.error));
      await this.load();
      this.setData({ ticking: '' });
    });
  },

  onAskTap(event: TapEvent<{ question: Question }>) {
    const asking = event.currentTarget.dataset.question;
    this.setData({ asking, question: QUESTIONS[asking] });
  },

  onAskClose() {
    if (!this.data.busy) this.setData({ asking: '' });
  },

  onAskConfirm() {
    const { asking } = this.data;
    if (!asking) return;
    void once(this, asking, async () => {
      if (asking === 'contact') return this.reveal();
      if (asking === 'remove-member') return this.remove();
      const { memberId } = this.data;
      const reply = await (asking === 'assign'
        ? call('teacher', 'assignSecretary', { memberId })
        : asking === 'remove'
          ? call('teacher', 'removeSecretary', { memberId })
          : call('teacher', 'recordOverAge', { memberId }));
      this.setData({ asking: '' });
      this.say(reply, '办好了');
      if (asking === 'over-age' && reply.ok) this.setData({ fromOverAge: false });
    });
  },

  /** Reloads after a change, says why not after a failure. */
  say(reply: Result<unknown>, done: string) {
    if (!reply.ok) return toast(sayFailure(reply.error));
    toast(done);
    void this.load();
  },

  async remove() {
    const reply = await call('teacher', 'removeMember', { memberId: this.data.memberId });
    this.setData({ asking: '' });
    if (!reply.ok) return toast(sayFailure(reply.error));
    toast('从名单移除了');
    goBack();
  },

  onCorrectTap() {
    const { memberId, view } = this.data;
    if (!view) return;
    openSheet(this, '#correct', { memberId, name: view.name, studentNumber: view.studentNumber });
  },

  onCorrected(event: WechatMiniprogram.CustomEvent<Named>) {
    this.setData({ corrected: event.detail });
    void this.load();
  },

  onCorrectUndo() {
    const { corrected } = this.data;
    if (!corrected) return;
    void once(this, 'correct', async () => {
      const reply = await call('teacher', 'correctMember', { ...corrected });
      if (reply.ok) this.setData({ corrected: null });
      this.say(reply, '改回去了');
    });
  },

  async reveal() {
    const transferId = this.data.view?.transferId;
    if (!transferId) return;
    const reply = await call('teacher', 'revealContact', { transferId });
    this.setData({ asking: '' });
    if (reply.ok) this.setData({ contact: reply.data.contact });
    else toast(sayFailure(reply.error));
  },

  onContactClose() {
    // Not kept on the page: the next look is asked for, and audited, again.
    this.setData({ contact: null });
  },

  onCallTap() {
    const phoneNumber = this.data.contact?.phone;
    // Turning back in WeChat's own sheet is not a failure.
    if (phoneNumber) wx.makePhoneCall({ phoneNumber, fail: () => undefined });
  },

  onUnbindTap() {
    this.setData({ unbindVisible: true, unbindError: '' });
  },

  onUnbindClose() {
    this.setData({ unbindVisible: false });
  },

  onUnbindConfirm(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    void once(this, 'unbind', async () => {
      const { memberId } = this.data;
      const reply = await call('teacher', 'unbindMember', { memberId, reason: event.detail.reason });
      if (!reply.ok) {
        return this.setData({ unbindError: sayFailure(reply.error) });
      }
      const newCode = reply.data.inviteCode ?? '';
      this.setData({ unbindVisible: false, newCode });
      // The dialog with the new code says that it is done; a toast would cover the code.
      if (newCode === '') return this.say(reply, '解绑了，本人可以重新登录');
      void this.load();
    });
  },

  onNewCodeCopyTap() {
    const { newCode, view } = this.data;
    if (view) void copyText(newCodeText(view.branchName, newCode));
  },

  onNewCodeClose() {
    this.setData({ newCode: '' });
  },

  async onMoveTap() {
    this.setData({ branchesVisible: true, branchesError: '' });
    if (this.data.branches.length > 0) return;
    const { collegeId } = this.data;
    const reply = await call('teacher', 'board', collegeId ? { collegeId } : {});
    if (!reply.ok) return this.setData({ branchesError: sayFailure(reply.error) });
    const others = reply.data.byBranch.filter(({ id }) => id !== own(this).person?.branchId);
    this.setData({
      branches: others.map(({ id, name }) => ({ id, name })),
      branchesError: others.length > 0 ? '' : '这个学院没有别的支部',
    });
  },

  onBranchesClose(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible && !this.data.busy) this.setData({ branchesVisible: false });
  },

  onBranchTap(event: TapEvent<{ id: string; name: string }>) {
    const { id, name } = event.currentTarget.dataset;
    void once(this, id, async () => {
      const reply = await call('teacher', 'transferMember', { memberId: this.data.memberId, branchId: id });
      this.setData({ branchesVisible: false });
      this.say(reply, `换到${name}了`);
    });
  },
});
