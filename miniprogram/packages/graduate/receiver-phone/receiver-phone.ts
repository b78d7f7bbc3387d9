import { isOfficePhone } from '../../../domain/rules/office-phone';
import { plainLine } from '../../../domain/text/clean-text';
import { once } from '../../../loading/load';
import {
  OPENING_HANDLERS,
  refreshOwnTransfer,
  OWN_PAGE_DATA,
  REFRESH_HANDLERS,
  type OwnPageData,
} from '../../../loading/own-page';
import { sayFailure } from '../../../loading/say-failure';
import { cloudNow } from '../../../memory/cloud-clock';
import { toast } from '../../../services/display';
import { goBack } from '../../../services/navigate';
import { recallOwnTransfer } from '../../../services/own-transfer';
import { shareReceiverPhone } from '../../../asking/transfer-steps';
import { toReceiverPhoneView, type ReceiverPhoneView } from './view';

interface Data extends OwnPageData {
  view: ReceiverPhoneView | null;
  typed: string;
  /** The person says that it is an office's number and may be shown. */
  agreed: boolean;
  wrong: string;
  error: string;
}

const initial: Data = { ...OWN_PAGE_DATA, view: null, typed: '', agreed: false, wrong: '', error: '' };

/** The telephone of the office that took the person in, for classmates who go there next. Nobody has to leave one. */
Page({
  ...OPENING_HANDLERS,
  ...REFRESH_HANDLERS,

  data: initial,

  refresh() {
    return refreshOwnTransfer(this);
  },

  render() {
    const known = recallOwnTransfer();
    if (!known) return;
    const view = toReceiverPhoneView(known.response, cloudNow());
    this.setData(this.data.view === null ? { view, typed: view.shared } : { view });
  },

  onInput(event: WechatMiniprogram.Input) {
    this.setData({ typed: event.detail.value, wrong: '', error: '' });
  },

  onAgreeTap() {
    this.setData({ agreed: !this.data.agreed, wrong: '' });
  },

  onSaveTap() {
    const phone = plainLine(this.data.typed);
    if (!isOfficePhone(phone)) return this.setData({ wrong: '写单位的座机，带区号。手机是个人的，不要留' });
    if (!this.data.agreed) return this.setData({ wrong: '先勾选下面这一句' });
    void this.share(phone);
  },

  onTakeBackTap() {
    void this.share(null);
  },

  share(phone: string | null) {
    return once(this, phone === null ? 'take-back' : 'save', async () => {
      const reply = await shareReceiverPhone(phone);
      if (!reply.ok) return this.setData({ error: sayFailure(reply.error) });
      this.setData({ typed: phone ?? '', agreed: false });
      this.render();
      toast(phone === null ? '收回了，同学看不到了' : '留好了，转到这里的同学看得到');
      goBack();
    });
  },
});
