import { readCode } from '../../../components/code-entry/read-code';
import { call } from '../../../services/call';
import { copyText } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { readClipboard } from '../../../services/paste';
import { leaveStranger } from '../../../services/session';
import { askForReminders } from '../../../services/subscribe';
import { sayFailure } from '../../../services/wording';
import { invitationText, toBranchView, type BranchBoard, type BranchView } from './branch-view';
import { toCodesView, withIssued, withoutRequest, type CodesView, type ResetQueue } from './codes-view';

type Tab = 'codes' | 'branch' | 'invite';

/** Why a code could not be read; the teacher gets to see it. */
const STUCK_REASONS = ['团员列表里找不到这位同学', '没有钥匙图标，看不到验证码', '智慧团建打不开或一直报错'];

/** Below so many credits the page offers to ask for more. */
const FEW_CREDITS = 3;

/** What came from the cloud; only views of it go to the page. */
let queue: ResetQueue | null = null;
let board: BranchBoard | null = null;
/** Emulated or real clock of the cloud minus this phone's, ms. */
let clockOffset = 0;
/** Grows with each load; an answer to an older one is dropped. */
let loading = { codes: 0, board: 0 };

const now = (): number => Date.now() + clockOffset;

Page({
  data: {
    large: false,
    tab: 'codes' as Tab,
    /** One label: the list makes the tabs new when it changes. */
    tabLabels: ['验证码'],
    codes: null as CodesView | null,
    codesError: '',
    branch: null as BranchView | null,
    branchError: '',
    inviteCode: '',
    inviteText: '',
    openId: '',
    typed: '',
    sending: false,
    sendError: '',
    helpShown: false,
    stuckReasons: STUCK_REASONS,
    stuckVisible: false,
    escalating: false,
    escalateError: '',
    credits: 0,
    fewCredits: false,
    finishedShown: false,
  },

  onLoad(query: Record<string, string | undefined>) {
    queue = null;
    board = null;
    loading = { codes: loading.codes + 1, board: loading.board + 1 };
    const tab = query.tab === 'branch' || query.tab === 'invite' ? query.tab : 'codes';
    this.setData({ large: isLargeFont(), tab, openId: query.request ?? '' });
  },

  onShow() {
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  load(): Promise<void> {
    return this.data.tab === 'codes' ? this.loadCodes() : this.loadBoard();
  },

  async loadCodes() {
    const turn = ++loading.codes;
    const reply = await call('secretary', 'resetQueue', {});
    if (turn !== loading.codes) return;
    if (!reply.ok) {
      if (reply.error.code === 'NOT_SIGNED_IN' && leaveStranger(reply.error)) return;
      if (queue) toast(sayFailure(reply.error));
      else this.setData({ codesError: sayFailure(reply.error) });
      return;
    }
    queue = reply.data;
    clockOffset = queue.now - Date.now();
    this.setData({ codesError: '' });
    this.showCredits(queue.subscription.credits.task ?? 0);
    this.showCodes();
  },

  async loadBoard() {
    const turn = ++loading.board;
    const reply = await call('secretary', 'branchBoard', {});
    if (turn !== loading.board) return;
    if (!reply.ok) {
      if (reply.error.code === 'NOT_SIGNED_IN' && leaveStranger(reply.error)) return;
      if (board) toast(sayFailure(reply.error));
      else this.setData({ branchError: sayFailure(reply.error) });
      return;
    }
    board = reply.data;
    clockOffset = board.now - Date.now();
    this.setData({
      branchError: '',
      branch: toBranchView(board, now()),
      inviteCode: board.branch.inviteCode,
      inviteText: invitationText(board.branch.name, board.branch.inviteCode),
    });
  },

  showCodes() {
    if (!queue) return;
    const codes = toCodesView(queue, this.data.openId, now());
    this.setData({ codes, tabLabels: [codes.count > 0 ? `验证码 ${codes.count}` : '验证码'] });
  },

  showCredits(credits: number) {
    this.setData({ credits, fewCredits: credits < FEW_CREDITS });
  },

  onTabChange(event: WechatMiniprogram.CustomEvent<{ value: Tab }>) {
    this.setData({ tab: event.detail.value });
    void this.load();
  },

  onRetryTap() {
    this.setData({ codesError: '', branchError: '' });
    void this.load();
  },

  onSeeBranchTap() {
    this.setData({ tab: 'branch' });
    void this.load();
  },

  onHelpTap() {
    this.setData({ helpShown: !this.data.helpShown });
  },

  onOpenTap(event: WechatMiniprogram.TouchEvent) {
    if (this.data.sending) return;
    this.setData({ openId: String(event.currentTarget.dataset.id), typed: '', sendError: '' });
    this.showCodes();
  },

  onCodeChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ typed: event.detail.value, sendError: '' });
  },

  async onCodePaste() {
    const pasted = await readClipboard();
    const code = readCode(pasted ?? '');
    if (code) this.setData({ typed: code, sendError: '' });
    else toast(pasted ? '剪贴板里没有验证码，请直接填写' : '请长按输入框粘贴，或直接填写');
  },

  async onSend(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    const open = this.data.codes?.open;
    if (!open || this.data.sending) return;
    this.setData({ sending: true, sendError: '' });
    const reply = await call('secretary', 'issueResetCode', { requestId: open.id, code: event.detail.code });
    this.setData({ sending: false });
    if (!reply.ok) {
      this.setData({ sendError: sayFailure(reply.error) });
      if (reply.error.code === 'RESET_ILLEGAL_STEP' || reply.error.code === 'NOT_FOUND')
        void this.loadCodes();
      return;
    }
    if (queue) queue = withIssued(queue, reply.data.issued);
    this.setData({ openId: '', typed: '' });
    this.showCodes();
    toast(`发给${open.name}了`);
  },

  onStuckTap() {
    this.setData({ stuckVisible: true, escalateError: '' });
  },

  onStuckClose() {
    this.setData({ stuckVisible: false });
  },

  async onStuckConfirm(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const open = this.data.codes?.open;
    if (!open || this.data.escalating) return;
    this.setData({ escalating: true, escalateError: '' });
    const reply = await call('secretary', 'escalateResetRequest', {
      requestId: open.id,
      reason: event.detail.reason,
    });
    this.setData({ escalating: false });
    if (!reply.ok) {
      this.setData({ escalateError: sayFailure(reply.error) });
      return;
    }
    if (queue) queue = withoutRequest(queue, open.id);
    this.setData({ stuckVisible: false, openId: '', typed: '' });
    this.showCodes();
    toast(`转给老师了，${open.name}会收到消息`);
  },

  async onRemindTap() {
    const { subscription } = await askForReminders(['task']);
    if (subscription) this.showCredits(subscription.credits.task ?? 0);
  },

  onCopyInviteTap() {
    void this.copy(this.data.inviteText);
  },

  onCopyCodeTap() {
    void this.copy(this.data.inviteCode);
  },

  onFinishedTap() {
    this.setData({ finishedShown: !this.data.finishedShown });
  },

  async copy(text: string) {
    if (!(await copyText(text))) toast('没能复制，请长按文字自己选');
  },
});
