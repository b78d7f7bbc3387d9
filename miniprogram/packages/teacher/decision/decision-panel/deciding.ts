/** How an item is decided: with one tap, or after a reason or a question. */
import { reportQuestion, type CollegeOutcome } from '../../../../components/report-dialog/reports';
import type { Result } from '../../../../domain/errors';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { latestSubscription } from '../../../../memory/subscription';
import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { askForReminders } from '../../../../asking/subscribe';
import { own, type DecisionPage } from './page';
import { closeSheet, reopenSheet, returnSheet, type ReasonSheet } from '../sheets';
import { overtakenBy, type Decision, type DecisionItem, type DecisionView } from '../view';

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
  close: '这次办理结束了',
  accepted: '记下转到了',
  refused: '记下退回了',
  returned: '记下退回了',
  here: '改回等对方接收了',
};

/** Opens one of the sheets that ask why. */
const ask = (page: DecisionPage, sheetFor: (view: DecisionView) => ReasonSheet): void => {
  const { view, busy } = page.data;
  if (view && !busy) page.setData({ sheet: sheetFor(view), sheetVisible: true, sheetError: '' });
};

/** Goes on after a decision; after a colleague's, shows that one instead. */
const settle = async (
  page: DecisionPage,
  reply: Result<unknown>,
  done: Decision | CollegeOutcome,
  decided: DecisionItem,
): Promise<void> => {
  if (decided !== own(page).item) return;
  if (reply.ok) {
    toast(`${decided.memberName}，${DONE_WORDS[done]}`);
    page.triggerEvent('settled', { id: decided.id });
    return page.onNextTap();
  }
  const { code } = reply.error;
  if (code === 'TRANSFER_VERSION_STALE' || code === 'TRANSFER_ILLEGAL_STEP') {
    page.setData({ sheetVisible: false, question: null });
    page.scrollUp();
    const item = await page.load();
    if (item) page.setData({ overtaken: overtakenBy(item) });
    return;
  }
  const words = sayFailure(reply.error);
  if (page.data.question) page.setData({ questionError: words });
  else page.setData(page.data.sheetVisible ? { sheetError: words } : { failed: words });
};

const decide = async (page: DecisionPage, decision: Decision, reason?: string): Promise<void> => {
  const { item: decided } = own(page);
  if (!decided) return;
  page.setData({ failed: '', sheetError: '' });
  const reply = await call('teacher', 'decide', {
    transferId: decided.id,
    version: decided.version,
    decision,
    seenOnSystem: page.data.seen,
    ...(reason ? { reason } : {}),
  });
  await settle(page, reply, decision, decided);
};

export const DECIDING = {
  onReasonTap(this: DecisionPage, event: WechatMiniprogram.TouchEvent) {
    const reason = String(event.currentTarget.dataset.reason);
    this.setData({ reason: this.data.reason === reason ? '' : reason });
  },

  onOwnReasonTap(this: DecisionPage) {
    this.setData({ reason: OWN_WORDS });
    ask(this, returnSheet);
  },

  onReturnTap(this: DecisionPage) {
    ask(this, returnSheet);
  },

  onReopenTap(this: DecisionPage) {
    ask(this, reopenSheet);
  },

  onCloseTap(this: DecisionPage) {
    ask(this, closeSheet);
  },

  onSheetClose(this: DecisionPage) {
    const reason = this.data.reason === OWN_WORDS ? '' : this.data.reason;
    this.setData({ sheetVisible: false, reason });
  },

  onSheetConfirm(this: DecisionPage, event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { sheet } = this.data;
    if (sheet) void once(this, sheet.decision, () => decide(this, sheet.decision, event.detail.reason));
  },

  async onMainTap(this: DecisionPage) {
    const decision = this.data.view?.main?.decision;
    if (!decision) return;
    // Locks before WeChat's sheet opens, so that a second tap behind it does nothing.
    await once(this, decision, async () => {
      if ((latestSubscription()?.credits.task ?? 0) < FEW_CREDITS) await askForReminders(['task']);
      await decide(this, decision);
    });
  },

  onEndKeepingTap(this: DecisionPage) {
    void once(this, 'end-keeping', () => decide(this, 'end-keeping'));
  },

  onUndoTap(this: DecisionPage) {
    void once(this, 'undo-approve', () => decide(this, 'undo-approve'));
  },

  onReportTap(this: DecisionPage, event: TapEvent<{ outcome: CollegeOutcome }>) {
    const outcome = event.currentTarget.dataset.outcome;
    const { item, rulebook } = own(this);
    if (!item || !rulebook) return;
    const about = { memberName: item.memberName, organisation: item.fields.organisation };
    this.setData({ question: reportQuestion(outcome, about, rulebook), questionError: '' });
  },

  onQuestionClose(this: DecisionPage) {
    this.setData({ question: null });
  },

  async onQuestionConfirm(
    this: DecisionPage,
    event: WechatMiniprogram.CustomEvent<{ outcome: CollegeOutcome; reason: string }>,
  ) {
    const { item: decided } = own(this);
    if (!decided) return;
    const { outcome, reason } = event.detail;
    await once(this, outcome, async () => {
      this.setData({ questionError: '' });
      const { id: transferId, version } = decided;
      const said = { transferId, version, outcome, ...(reason ? { reason } : {}) };
      await settle(this, await call('teacher', 'confirmStatus', said), outcome, decided);
    });
  },
};
