import { pagePath } from '../../../domain/pages';
import { rulebookOf } from '../../../rulebooks';
import { readCode } from '../../../components/code-entry/read-code';
import { call } from '../../../services/call';
import { isLargeFont, toast } from '../../../services/display';
import { readClipboard } from '../../../services/paste';
import { leaveStranger } from '../../../services/session';
import { askForReminders } from '../../../services/subscribe';
import { sayFailure } from '../../../services/wording';
import { rememberOrder } from '../queue-order';
import {
  decidable,
  filterFrom,
  toQueueView,
  withoutItem,
  type QueueFilter,
  type QueueKind,
  type QueueView,
  type TeacherQueue,
} from './view';

/** Below so many credits the page offers to ask for more. */
const FEW_CREDITS = 3;

let queue: TeacherQueue | null = null;
/** Clock of the cloud minus this phone's, ms. */
let clockOffset = 0;
/** Grows with each load; an answer to an older one is dropped. */
let turn = 0;

Page({
  data: {
    large: false,
    filter: 'all' as QueueFilter,
    view: null as QueueView | null,
    error: '',
    credits: 0,
    fewCredits: false,
    codeFor: null as { id: string; name: string; branch: string } | null,
    codeVisible: false,
    typed: '',
    sending: false,
    sendError: '',
  },

  onLoad(query: Record<string, string | undefined>) {
    queue = null;
    this.setData({ large: isLargeFont(), codeFor: null, filter: filterFrom(query.kind) });
  },

  onShow() {
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  async load() {
    const mine = ++turn;
    const reply = await call('teacher', 'queue', {});
    if (mine !== turn) return;
    if (!reply.ok) {
      if (reply.error.code === 'NOT_SIGNED_IN' && leaveStranger(reply.error)) return;
      if (queue) toast(sayFailure(reply.error));
      else this.setData({ error: sayFailure(reply.error) });
      return;
    }
    queue = reply.data;
    clockOffset = queue.now - Date.now();
    this.setData({ error: '' });
    this.showCredits(queue.subscription.credits.task ?? 0);
    this.show();
  },

  show() {
    const rulebook = queue && rulebookOf(queue.rulebookId);
    if (!queue) return;
    if (!rulebook) {
      this.setData({ error: '这一季的规则在这个版本里没有，请关掉小程序后重新打开' });
      return;
    }
    const view = toQueueView(queue, this.data.filter, rulebook, Date.now() + clockOffset);
    rememberOrder(decidable(view));
    this.setData({ view });
  },

  showCredits(credits: number) {
    this.setData({ credits, fewCredits: credits < FEW_CREDITS });
  },

  onRetryTap() {
    this.setData({ error: '' });
    void this.load();
  },

  onChipTap(event: WechatMiniprogram.TouchEvent) {
    this.setData({ filter: event.currentTarget.dataset.id as QueueFilter });
    this.show();
  },

  onAllTap() {
    this.setData({ filter: 'all' });
    this.show();
  },

  onRowTap(event: WechatMiniprogram.TouchEvent) {
    const { id, kind, name, branch } = event.currentTarget.dataset as Record<string, string>;
    if (!id) return;
    if ((kind as QueueKind) === 'code') {
      this.setData({
        codeFor: { id, name: name ?? '', branch: branch ?? '' },
        codeVisible: true,
        sendError: '',
      });
      return;
    }
    void wx.navigateTo({ url: `/${pagePath('teacherDecision', { transferId: id })}` });
  },

  onCodeChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ typed: event.detail.value, sendError: '' });
  },

  onCodeVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible && !this.data.sending) this.setData({ codeVisible: false, typed: '' });
  },

  async onCodePaste() {
    const pasted = await readClipboard();
    const code = readCode(pasted ?? '');
    if (code) this.setData({ typed: code, sendError: '' });
    else toast(pasted ? '剪贴板里没有验证码，请直接填写' : '请长按输入框粘贴，或直接填写');
  },

  async onSend(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    const { codeFor, sending } = this.data;
    if (!codeFor || sending) return;
    this.setData({ sending: true, sendError: '' });
    const reply = await call('teacher', 'issueResetCode', {
      requestId: codeFor.id,
      code: event.detail.code,
    });
    this.setData({ sending: false });
    if (!reply.ok) {
      this.setData({ sendError: sayFailure(reply.error) });
      return;
    }
    if (queue) queue = withoutItem(queue, codeFor.id);
    this.setData({ codeVisible: false, typed: '' });
    this.show();
    toast(`发给${codeFor.name}了`);
  },

  async onRemindTap() {
    const { subscription } = await askForReminders(['task']);
    if (subscription) this.showCredits(subscription.credits.task ?? 0);
  },
});
