import { nothing } from '../../../memory/empty';
import { pagePath } from '../../../domain/reminding/pages';
import type { Result } from '../../../domain/errors';
import type { Rulebook } from '../../../domain/rules/rulebook';
import { rulebookOf } from '../../../rulebooks/index';
import { call } from '../../../services/call';
import { copyOrSay } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { load, once } from '../../../loading/load';
import { ownState } from '../../../memory/own-state';
import { askForReminders } from '../../../services/subscribe';
import { latestSubscription } from '../../../memory/subscription';
import { sayFailure } from '../../../loading/say-failure';
import { placeOf } from '../queue/queue-order';
import {
  reportQuestion,
  type CollegeOutcome,
  type ReportQuestion,
} from '../../../components/report-dialog/reports';
import { reopenSheet, returnSheet, type ReasonSheet } from './sheets';
import { overtakenBy, toDecisionView, type Decision, type DecisionItem, type DecisionView } from './view';

/** Below so many credits an approval asks for another one first; above, nobody is asked each time. */
const FEW_CREDITS = 3;
const OWN_WORDS = '自己写';

const DONE_WORDS: Record<Decision | CollegeOutcome, string> = {
  approve: '批准了',
  'undo-approve': '撤回了批准',
  record: '登记好了',
  return: '退回了',
  'end-keeping': '不再保留了，等本人选去向',
  reopen: '重新打开了',
  accepted: '记下转到了',
  refused: '记下退回了',
  returned: '记下退回了',
  here: '改回等对方接收了',
};

/** What an instance remembers besides what it shows. */
interface Own {
  item: DecisionItem | null;
  rulebook: Rulebook | undefined;
}

const own = ownState<Own>(() => ({
  item: null,
  rulebook: undefined,
}));

/** What belongs to one item alone. */
const FRESH = {
  view: nothing<DecisionView>(),
  error: '',
  seen: false,
  historyShown: false,
  failed: '',
  overtaken: '',
  reason: '',
  sheet: nothing<ReasonSheet>(),
  sheetVisible: false,
  sheetError: '',
  question: nothing<ReportQuestion>(),
  questionError: '',
};

Page({
  data: { large: false, busy: '', id: '', place: { number: 0, total: 0 }, previous: '', next: '', ...FRESH },

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont() });
    this.open(query.transferId ?? '');
  },

  /** Starts on one item with everything of the last one forgotten. */
  open(id: string) {
    own(this).item = null;
    const { number, total, previous, next } = placeOf(id);
    this.setData({ ...FRESH, id, place: { number, total }, previous: previous ?? '', next: next ?? '' });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    void this.load();
  },

  /** @returns the item as it is on the screen now; undefined when it could not be shown */
  async load(): Promise<DecisionItem | undefined> {
    let shown: DecisionItem | undefined;
    await load(this, {
      ask: call('teacher', 'decision', { transferId: this.data.id }),
      show: ({ item, now }) => {
        if (this.show(item, now)) shown = item;
      },
      fail: (failure) => {
        this.setData({ error: sayFailure(failure) });
      },
    });
    return shown;
  },

  show(item: DecisionItem, now: number): boolean {
    const rulebook = rulebookOf(item.rulebookId);
    Object.assign(own(this), { item, rulebook });
    const view = rulebook && toDecisionView(item, rulebook, this.data.next !== '', now);
    if (!view) {
      this.setData({ error: '这条的去向在这个版本里没有，请关掉小程序后重新打开' });
      return false;
    }
    const title = view.reports.length > 0 ? '核对' : view.main?.decision === 'record' ? '登记' : '审批';
    void wx.setNavigationBarTitle({ title });
    this.setData({ view, error: '' });
    return true;
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

  onCopyTap(event: TapEvent<{ text: string }>) {
    void copyOrSay(event.currentTarget.dataset.text);
  },

  onHistoryTap() {
    this.setData({ historyShown: !this.data.historyShown });
  },

  onPersonTap() {
    const { item } = own(this);
    if (item)
      void wx.navigateTo({
        url: `/${pagePath('teacherPerson', { memberId: item.memberId, from: item.id })}`,
      });
  },

  onReasonTap(event: WechatMiniprogram.TouchEvent) {
    const reason = String(event.currentTarget.dataset.reason);
    this.setData({ reason: this.data.reason === reason ? '' : reason });
  },

  onOwnReasonTap() {
    this.setData({ reason: OWN_WORDS });
    this.onReturnTap();
  },

  onReturnTap() {
    if (this.data.view) this.ask(returnSheet(this.data.view));
  },

  onReopenTap() {
    if (this.data.view) this.ask(reopenSheet(this.data.view));
  },

  ask(sheet: ReasonSheet) {
    if (!this.data.busy) this.setData({ sheet, sheetVisible: true, sheetError: '' });
  },

  onSheetClose() {
    const reason = this.data.reason === OWN_WORDS ? '' : this.data.reason;
    this.setData({ sheetVisible: false, reason });
  },

  onSheetConfirm(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { sheet } = this.data;
    if (sheet) void once(this, sheet.decision, () => this.decide(sheet.decision, event.detail.reason));
  },

  async onMainTap() {
    const decision = this.data.view?.main?.decision;
    if (!decision) return;
    // Locks before WeChat's sheet opens, so that a second tap behind it does nothing.
    await once(this, decision, async () => {
      if ((latestSubscription()?.credits.task ?? 0) < FEW_CREDITS) await askForReminders(['task']);
      await this.decide(decision);
    });
  },

  onEndKeepingTap() {
    void once(this, 'end-keeping', () => this.decide('end-keeping'));
  },

  onUndoTap() {
    void once(this, 'undo-approve', () => this.decide('undo-approve'));
  },

  async decide(decision: Decision, reason?: string) {
    const { item: decided } = own(this);
    if (!decided) return;
    this.setData({ failed: '', sheetError: '' });
    const reply = await call('teacher', 'decide', {
      transferId: decided.id,
      version: decided.version,
      decision,
      seenOnSystem: this.data.seen,
      ...(reason ? { reason } : {}),
    });
    await this.settle(reply, decision, decided);
  },

  onReportTap(event: TapEvent<{ outcome: CollegeOutcome }>) {
    const outcome = event.currentTarget.dataset.outcome;
    const { item, rulebook } = own(this);
    if (!item || !rulebook) return;
    const about = { memberName: item.memberName, organisation: item.fields.organisation };
    this.setData({ question: reportQuestion(outcome, about, rulebook), questionError: '' });
  },

  onQuestionClose() {
    this.setData({ question: null });
  },

  async onQuestionConfirm(event: WechatMiniprogram.CustomEvent<{ outcome: CollegeOutcome; reason: string }>) {
    const { item: decided } = own(this);
    if (!decided) return;
    const { outcome, reason } = event.detail;
    await once(this, outcome, async () => {
      this.setData({ questionError: '' });
      const { id: transferId, version } = decided;
      const said = { transferId, version, outcome, ...(reason ? { reason } : {}) };
      await this.settle(await call('teacher', 'confirmStatus', said), outcome, decided);
    });
  },

  /** Goes on after a decision; after a colleague's, shows that one instead. */
  async settle(reply: Result<unknown>, done: Decision | CollegeOutcome, decided: DecisionItem) {
    if (decided !== own(this).item) return;
    if (reply.ok) {
      toast(`${decided.memberName}，${DONE_WORDS[done]}`);
      return this.onNextTap();
    }
    const { code } = reply.error;
    if (code === 'TRANSFER_VERSION_STALE' || code === 'TRANSFER_ILLEGAL_STEP') {
      this.setData({ sheetVisible: false, question: null });
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
      const item = await this.load();
      if (item) this.setData({ overtaken: overtakenBy(item) });
      return;
    }
    const words = sayFailure(reply.error);
    if (this.data.question) this.setData({ questionError: words });
    else this.setData(this.data.sheetVisible ? { sheetError: words } : { failed: words });
  },

  onPreviousTap() {
    if (this.data.previous) this.open(this.data.previous);
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
