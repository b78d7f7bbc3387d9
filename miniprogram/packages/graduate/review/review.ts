import { nothing } from '../../../memory/empty';
import type { Failure } from '../../../domain/errors';
import { isEditable } from '../../../domain/transfer/lifecycle';
import { PAGES, pagePath, type PageName } from '../../../domain/reminding/pages';
import { asksNothing } from '../../../domain/rules/rulebook/index';
import { rulebookOf } from '../../../rulebooks/index';
import { loadOwnTransfer } from '../../../asking/ask-own-transfer';
import { call } from '../../../asking/call';
import { isLargeFont, toast } from '../../../services/display';
import { forgetStoredDraft } from '../../../services/draft-store';
import { goBack, openPage } from '../../../services/navigate';
import { once } from '../../../loading/load';
import { cloudNow } from '../../../memory/cloud-clock';
import { showOwnTransfer } from '../../../loading/own-page';
import {
  changeOwnTransfer,
  ownRulebookId,
  type HomeResponse,
  type Snapshot,
} from '../../../services/own-transfer';
import { askForReminders } from '../../../asking/subscribe';
import { forgetWayAnswers } from '../../../services/way-answers';
import { sayFailure } from '../../../loading/say-failure';
import { askReceivers } from '../form/ask-receivers';
import { closedFor, type Closed } from '../form/closed';
import { workOf } from '../form/start';
import type { Work } from '../form/work';
import { doubtsOf, type ReviewDoubt } from './doubts';
import { remindersFor, toReview, type Review, type ReviewView } from './view';

type Transfer = NonNullable<HomeResponse['transfer']>;

/** The page has been drawn anew: what is left to do is to look and to tap again. */
const CHANGED_ELSEWHERE = '这份申请刚刚在别处改过，下面已经是最新的，看一遍再提交';

interface Data {
  large: boolean;
  busy: string;
  view: ReviewView | null;
  failure: string;
  closed: Closed | null;
  /** What is asked about before handing in; the form is one tap away. */
  doubts: readonly ReviewDoubt[];
  /** Why handing in failed; everything typed is kept. */
  problem: string;
}

const initial: Data = {
  large: false,
  busy: '',
  view: null,
  failure: '',
  closed: null,
  doubts: [],
  problem: '',
};

Page({
  data: initial,

  transfer: nothing<Transfer>(),
  review: nothing<Review>(),
  work: nothing<Work>(),

  onLoad() {
    this.setData({ large: isLargeFont() });
  },

  onShow() {
    if (!this.data.busy) void this.load();
  },

  load() {
    return showOwnTransfer(this, (snapshot) => this.show(snapshot));
  },

  show({ response }: Snapshot) {
    const { transfer } = response;
    if (transfer && !isEditable(transfer.state))
      return this.setData({ closed: closedFor(transfer), view: null });
    const rulebook = rulebookOf(ownRulebookId(response));
    const work = transfer && workOf(response, transfer);
    if (!rulebook || !transfer || !work) return this.setData({ failure: '还没选去向，先选好再填写' });
    const facts = { now: cloudNow(), seasonOpenedAt: work.seasonOpenedAt, own: work.own };
    const review = toReview(rulebook, transfer, work.draft, work.shots, facts) ?? null;
    this.transfer = transfer;
    this.review = review;
    this.work = work;
    this.setData({
      view: review?.view ?? null,
      doubts: review ? doubtsOf(work) : [],
      failure: review ? '' : '今年的规则里没有这个去向，请重新选一次',
    });
    if (this.data.doubts.some(({ id }) => id === 'organisation')) void this.clearVerified(work);
  },

  /** A name that took classmates in and was seen on the list of the system is not asked about. */
  async clearVerified(work: Work) {
    const receivers = await askReceivers();
    // Drawn anew meanwhile, another answer is on its way.
    if (receivers.length > 0 && this.work === work)
      this.setData({ doubts: doubtsOf({ ...work, receivers }) });
  },

  onRetry() {
    this.setData({ failure: '' });
    void this.load();
  },

  onEdit(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.returnTo(event.detail.id === 'way' ? 'wayPicker' : 'form');
  },

  /** Back to a page that is already open below, else a new one of it. */
  returnTo(name: PageName) {
    const pages = getCurrentPages();
    const at = pages.findIndex(({ route }) => route === PAGES[name]);
    if (at >= 0) void wx.navigateBack({ delta: pages.length - 1 - at });
    else void wx.redirectTo({ url: `/${pagePath(name)}` });
  },

  onBackTap() {
    if (this.data.busy) return;
    if (this.review && asksNothing(this.review.route)) goBack();
    else this.returnTo('form');
  },

  onLeaveTap() {
    goBack();
  },

  onClosedAction() {
    if (this.data.closed) openPage(this.data.closed.page);
  },

  onShotTap(event: WechatMiniprogram.TouchEvent) {
    const urls = [...(this.data.view?.shots ?? [])];
    const current = String(event.currentTarget.dataset.url ?? urls[0] ?? '');
    if (current) void wx.previewImage({ current, urls });
  },

  onSubmitTap() {
    return once(this, 'submit', async () => {
      if (!this.review) return;
      this.setData({ problem: '' });
      // WeChat draws its sheet only inside the tap, so it comes first; any answer is fine.
      const { subscription } = await askForReminders(remindersFor(this.review.route));
      if (subscription) changeOwnTransfer({ subscription });
      if (!(await this.isSure())) return this.returnTo('form');
      await this.submit();
    });
  },

  /** What looks like a slip is asked about once; who says no goes back to mend it. */
  async isSure(): Promise<boolean> {
    const [doubt] = this.data.doubts;
    const date = this.data.view?.question;
    const asked = [
      ...(doubt ? [{ title: doubt.title, content: doubt.why }] : []),
      ...(date ? [{ title: '再看一眼日期', content: date }] : []),
    ];
    for (const said of asked) {
      const answer = await wx.showModal({ ...said, confirmText: '没错', cancelText: '回去改' });
      if (!answer.confirm) return false;
    }
    return true;
  },

  async submit() {
    if (!this.review || !this.transfer) return;
    const { fields, screenshots } = this.review.submission;
    const reply = await call('graduate', 'submit', {
      version: this.transfer.version,
      fields,
      screenshots: [...screenshots],
    });
    if (!reply.ok) return this.onRefused(reply.error);
    changeOwnTransfer({ transfer: reply.data.transfer });
    this.leaveForTrack();
  },

  /** A lost answer looks like a stale version: when the cloud has the submission, it did succeed. */
  async onRefused(error: Failure) {
    if (error.code === 'TRANSFER_VERSION_STALE' || error.code === 'TRANSFER_ILLEGAL_STEP') {
      const { snapshot, failure } = await loadOwnTransfer();
      const state = failure ? null : snapshot?.response.transfer?.state;
      if (state === 'submitted' || state === 'registered') return this.leaveForTrack();
      if (!failure && snapshot) {
        this.show(snapshot);
        return this.setData({ problem: CHANGED_ELSEWHERE });
      }
    }
    this.setData({ problem: sayFailure(error) });
  },

  leaveForTrack() {
    forgetStoredDraft();
    forgetWayAnswers();
    toast(this.review?.route.handledBy === 'college' ? '报给学院了' : '交上去了');
    openPage('track');
  },
});
