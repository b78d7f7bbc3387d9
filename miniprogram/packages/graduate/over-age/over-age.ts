import { call } from '../../../services/call';
import { copyText } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { openPage } from '../../../services/navigate';
import { afterAMoment, newestOnly, once } from '../../../services/once';
import { changeOwnTransfer } from '../../../services/own-transfer';
import { leaveStranger } from '../../../services/session';
import { sayFailure } from '../../../services/wording';
import { toOverAgeView, type OverAgeReply, type OverAgeView } from './view';

const newest = newestOnly();

/** The short form of who has reached the age limit, and afterwards its status. */
Page({
  data: {
    large: false,
    busy: '',
    skeleton: false,
    failure: '',
    problem: '',
    /** Birth month chosen here, `YYYY-MM`. */
    chosen: '',
    view: null as OverAgeView | null,
  },
  reply: null as OverAgeReply | null,

  onLoad() {
    this.setData({ large: isLargeFont() });
    void this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    void wx.stopPullDownRefresh();
  },

  async refresh() {
    const callOff = afterAMoment(() => this.setData({ skeleton: true }));
    await newest(call('graduate', 'overAge', {}), (reply) => {
      this.setData({ skeleton: false, failure: '' });
      if (reply.ok) return this.take(reply.data);
      if (leaveStranger(reply.error)) return;
      const words = sayFailure(reply.error);
      if (this.reply) toast(words);
      else this.setData({ failure: words });
    });
    callOff();
  },

  take(reply: OverAgeReply) {
    this.reply = reply;
    this.setData({ view: toOverAgeView(reply, this.data.chosen) });
  },

  onRetry() {
    void once(this, 'load', () => this.refresh());
  },

  onMonthChange(event: WechatMiniprogram.PickerChange) {
    this.setData({ chosen: String(event.detail.value).slice(0, 7), problem: '' });
    if (this.reply) this.take(this.reply);
  },

  onTellTap() {
    if (!this.data.view?.canTell) return this.setData({ problem: '先选出生年月' });
    void once(this, 'tell', async () => {
      const { chosen } = this.data;
      const needsMonth = this.reply?.birthMonth === null;
      const reply = await call('graduate', 'reportOverAge', needsMonth ? { birthMonth: chosen } : {});
      if (!reply.ok) {
        this.setData({ problem: sayFailure(reply.error) });
        // The roster has changed meanwhile: show what it says now.
        if (reply.error.code === 'FIELD_INVALID') await this.refresh();
        return;
      }
      changeOwnTransfer({ overAgeReport: reply.data.report });
      if (this.reply) this.take({ ...this.reply, report: reply.data.report });
      toast('好，学院看得到了');
    });
  },

  onTransferTap() {
    openPage(this.data.view?.mode === 'post' ? 'preFlight' : 'home');
  },

  async onCopyTap() {
    const { view } = this.data;
    if (!view) return;
    const copied = await copyText(view.letter);
    toast(copied ? `复制好了，发给${view.whom}就行` : '没能复制，请长按文字自己选');
  },
});
