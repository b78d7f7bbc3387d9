import { nothing } from '../../../memory/empty';
import { regardlessOfAge } from '../../../domain/rules/on-roster';
import { isEditable } from '../../../domain/transfer/lifecycle';
import { call } from '../../../asking/call';
import { copyText } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { openPage } from '../../../services/navigate';
import { once } from '../../../loading/load';
import { loadOwnPage, REFRESH_HANDLERS, OWN_PAGE_DATA, type OwnPageData } from '../../../loading/own-page';
import { changeOwnTransfer, recallOwnTransfer } from '../../../services/own-transfer';
import { keepPreFlight, readPreFlight } from '../../../services/pre-flight-answers';
import { sayFailure } from '../../../loading/say-failure';
import { rulebookIdToRead } from '../../../asking/visitor';
import { rulesNamed } from '../../../pages/journey/facts';
import { toOverAgeView, type OverAgeReply, type OverAgeView } from './view';

interface Data extends OwnPageData {
  problem: string;
  /** Birth month chosen here, `YYYY-MM`. */
  chosen: string;
  view: OverAgeView | null;
}

const initial: Data = {
  ...OWN_PAGE_DATA,
  problem: '',
  chosen: '',
  view: null,
};

/** The short form of who has reached the age limit, and afterwards its status. */
Page({
  ...REFRESH_HANDLERS,

  data: initial,
  reply: nothing<OverAgeReply>(),

  onLoad() {
    this.setData({ large: isLargeFont() });
    void this.refresh();
  },

  refresh() {
    return loadOwnPage(this, {
      ask: call('graduate', 'overAge', {}),
      keep: (reply) => (this.reply = reply),
      knownAt: () => this.reply?.now ?? null,
    });
  },

  render() {
    if (this.reply) this.setData({ view: toOverAgeView(this.reply, this.data.chosen) });
  },

  onMonthChange(event: WechatMiniprogram.PickerChange) {
    this.setData({ chosen: String(event.detail.value).slice(0, 7), problem: '' });
    this.render();
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
      if (this.reply) this.reply = { ...this.reply, report: reply.data.report };
      this.render();
      toast('好，学院看得到了');
    });
  },

  /** On to the form, or to choosing a way first: the check before it must not lead back here. */
  onTransferTap() {
    const { transfer } = recallOwnTransfer()?.response ?? {};
    const rulesId = rulebookIdToRead();
    if (rulesId !== null)
      keepPreFlight(regardlessOfAge(rulesNamed(rulesId).flows['pre-flight'], readPreFlight()));
    openPage(transfer && isEditable(transfer.state) ? 'form' : 'wayPicker');
  },

  async onCopyTap() {
    const { view } = this.data;
    if (!view) return;
    const copied = await copyText(view.letter);
    toast(copied ? `复制好了，发给${view.whom}就行` : '没能复制，请长按文字自己选');
  },
});
