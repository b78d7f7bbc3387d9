import { pagePath } from '../../../domain/pages';
import { rulebookOf } from '../../../rulebooks';
import { call } from '../../../services/call';
import { isLargeFont, toast } from '../../../services/display';
import { leaveStranger } from '../../../services/session';
import { askForReminders } from '../../../services/subscribe';
import { latestSubscription } from '../../../services/subscription';
import { sayFailure } from '../../../services/wording';
import { placeOf } from '../queue-order';
import { toDecisionView, type Decision, type DecisionItem, type DecisionView } from './view';

/** Below so many credits an approval asks for another one first; above, nobody is asked each time. */
const FEW_CREDITS = 3;
const RETURN_WORDS_MAX = 100;

let item: DecisionItem | null = null;
/** Grows with each load; an answer to an older one is dropped. */
let turn = 0;

Page({
  data: {
    large: false,
    id: '',
    view: null as DecisionView | null,
    error: '',
    place: { number: 0, total: 0 },
    next: '',
    seen: false,
    historyShown: false,
    deciding: '' as Decision | '',
    failed: '',
    overtaken: false,
    reason: '',
    returnVisible: false,
    returnError: '',
    reasonMax: RETURN_WORDS_MAX,
    noReasons: [] as string[],
  },

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont() });
    this.open(query.transferId ?? '');
  },

  /** Starts on one item with everything of the last one forgotten. */
  open(id: string) {
    item = null;
    const { number, total, next } = placeOf(id);
    this.setData({
      id,
      view: null,
      error: '',
      place: { number, total },
      next: next ?? '',
      seen: false,
      historyShown: false,
      deciding: '',
      failed: '',
      overtaken: false,
      reason: '',
      returnVisible: false,
      returnError: '',
    });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    void this.load();
  },

  async load() {
    const mine = ++turn;
    const reply = await call('teacher', 'decision', { transferId: this.data.id });
    if (mine !== turn) return;
    if (!reply.ok) {
      if (reply.error.code === 'NOT_SIGNED_IN' && leaveStranger(reply.error)) return;
      this.setData({ error: sayFailure(reply.error) });
      return;
    }
    const rulebook = rulebookOf(reply.data.rulebookId);
    item = reply.data.item;
    const view = rulebook && toDecisionView(item, rulebook, this.data.next !== '', reply.data.now);
    if (!view) {
      this.setData({ error: '这条的去向在这个版本里没有，请关掉小程序后重新打开' });
      return;
    }
    void wx.setNavigationBarTitle({ title: view.main?.decision === 'record' ? '登记' : '审批' });
    this.setData({ view, error: '' });
  },

  onRetryTap() {
    this.setData({ error: '', view: null });
    void this.load();
  },

  onSeenChange(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    this.setData({ seen: event.detail.checked });
  },

  onShotTap(event: WechatMiniprogram.TouchEvent) {
    const urls = [...(this.data.view?.shots ?? [])];
    const current = String(event.currentTarget.dataset.url ?? urls[0] ?? '');
    if (current) void wx.previewImage({ current, urls });
  },

  onHistoryTap() {
    this.setData({ historyShown: !this.data.historyShown });
  },

  onReasonTap(event: WechatMiniprogram.TouchEvent) {
    const reason = String(event.currentTarget.dataset.reason);
    this.setData({ reason: this.data.reason === reason ? '' : reason });
  },

  onOwnReasonTap() {
    this.setData({ reason: '自己写', returnVisible: true, returnError: '' });
  },

  onReturnTap() {
    if (!this.data.deciding) this.setData({ returnVisible: true, returnError: '' });
  },

  onReturnClose() {
    this.setData({ returnVisible: false, reason: this.data.reason === '自己写' ? '' : this.data.reason });
  },

  onReturnConfirm(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    void this.decide('return', event.detail.reason);
  },

  async onMainTap() {
    const decision = this.data.view?.main?.decision;
    if (!decision || this.data.deciding) return;
    // Locks before WeChat's sheet opens, so that a second tap behind it does nothing.
    this.setData({ deciding: decision, failed: '' });
    if ((latestSubscription()?.credits.task ?? 0) < FEW_CREDITS) await askForReminders(['task']);
    await this.decide(decision);
  },

  async decide(decision: Decision, reason?: string) {
    if (!item) return this.setData({ deciding: '' });
    const decided = item;
    this.setData({ deciding: decision, failed: '', returnError: '' });
    const reply = await call('teacher', 'decide', {
      transferId: decided.id,
      version: decided.version,
      decision,
      seenOnSystem: this.data.seen,
      ...(reason ? { reason } : {}),
    });
    this.setData({ deciding: '' });
    if (reply.ok) return this.onDecided(decision, decided.memberName);
    const { code } = reply.error;
    if (code === 'TRANSFER_VERSION_STALE' || code === 'TRANSFER_ILLEGAL_STEP') {
      this.setData({ overtaken: true, returnVisible: false });
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
      return this.load();
    }
    this.setData(
      decision === 'return' ? { returnError: sayFailure(reply.error) } : { failed: sayFailure(reply.error) },
    );
  },

  onDecided(decision: Decision, name: string) {
    const words: Record<Decision, string> = { approve: '批准了', record: '登记好了', return: '退回了' };
    toast(`${name}，${words[decision]}`);
    this.onNextTap();
  },

  onNextTap() {
    if (this.data.next) this.open(this.data.next);
    else this.leave();
  },

  leave() {
    if (getCurrentPages().length > 1) void wx.navigateBack();
    else void wx.redirectTo({ url: `/${pagePath('teacherDesk')}` });
  },
});
