import { withAnswer } from '../../../domain/rules/flow';
import {
  OPENING_HANDLERS,
  refreshOwnTransfer,
  OWN_PAGE_DATA,
  REFRESH_HANDLERS,
  type OwnPageData,
} from '../../../loading/own-page';
import { cloudNow } from '../../../memory/cloud-clock';
import { rulesNamed } from '../../../pages/journey/facts';
import { flowOf } from '../../../rulebooks/index';
import { copyOrSay } from '../../../services/clipboard';
import { openPage } from '../../../services/navigate';
import { ownRulebookId, recallOwnTransfer } from '../../../services/own-transfer';
import { keepWayAnswers } from '../../../services/way-answers';
import { toChangedView, type ChangedView } from './view';

interface Data extends OwnPageData {
  view: ChangedView | null;
}

const initial: Data = { ...OWN_PAGE_DATA, view: null };

Page({
  ...OPENING_HANDLERS,
  ...REFRESH_HANDLERS,

  data: initial,

  refresh() {
    return refreshOwnTransfer(this);
  },

  render() {
    const known = recallOwnTransfer();
    if (known) this.setData({ view: toChangedView(known.response, cloudNow()) });
  },

  /** The first answer is given here, in place of what was answered for the old situation. */
  onChoose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const known = recallOwnTransfer();
    const question = this.data.view?.again?.id;
    if (!known || question === undefined) return;
    const flow = flowOf(rulesNamed(ownRulebookId(known.response)), 'way-picker');
    keepWayAnswers(withAnswer(flow, {}, question, event.detail.id));
    openPage('wayPicker', { at: '1' });
  },

  onCopyTap() {
    void copyOrSay(this.data.view?.letter ?? '');
  },
});
