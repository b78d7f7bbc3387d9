import { copyText } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { recallOwnTransfer } from '../../../services/own-transfer';
import { systemNow } from '../../../pages/journey/facts-now';
import { toLostCardView, type LostCardView } from './view';

interface Data {
  large: boolean;
  view: LostCardView | null;
}

const initial: Data = {
  large: false,
  view: null,
};

/** How a lost 《团员证》 is made anew; everything on it is known without asking the cloud. */
Page({
  data: initial,

  onLoad() {
    this.setData({
      large: isLargeFont(),
      view: toLostCardView(recallOwnTransfer()?.response ?? null, systemNow()),
    });
  },

  async onCopyTap() {
    const { view } = this.data;
    if (!view) return;
    const copied = await copyText(view.letter);
    toast(copied ? `复制好了，发给${view.whom}就行` : '没能复制，请长按文字自己选');
  },
});
