import { withAnswer, type Answers, type Flow, type FlowAction } from '../../../domain/rules/flow';
import { pagePath } from '../../../domain/reminding/pages';
import { copyText } from '../../../services/clipboard';
import { toast } from '../../../services/display';
import { openPage } from '../../../services/navigate';
import {
  OPENING_HANDLERS,
  OWN_PAGE_DATA,
  REFRESH_HANDLERS,
  type OwnPageData,
} from '../../../loading/own-page';
import { cloudNow } from '../../../memory/cloud-clock';
import { recallOwnTransfer } from '../../../services/own-transfer';
import { keepPreFlight, readPreFlight } from '../../../services/pre-flight-answers';
import { refreshReading } from '../../../loading/reading';
import { rulebookIdToRead } from '../../../services/visitor';
import { rulesNamed } from '../../../pages/journey/facts';
import { whenSettled, withoutLast } from '../../../pages/journey/flow-view';
import { toPreFlightView, toVisitorPreFlightView, type PreFlightView } from './view';

const flowNow = (): Flow | undefined => {
  const id = rulebookIdToRead();
  return id === null ? undefined : rulesNamed(id).flows['pre-flight'];
};

interface Data extends OwnPageData {
  view: PreFlightView | null;
}

const initial: Data = {
  ...OWN_PAGE_DATA,
  view: null,
};

/** What stops a transfer on 智慧团建 before it begins; the answers outlast the page. */
Page({
  ...OPENING_HANDLERS,
  ...REFRESH_HANDLERS,

  data: initial,

  refresh() {
    return refreshReading(this);
  },

  render() {
    const known = recallOwnTransfer();
    const flow = flowNow();
    if (known) this.setData({ view: toPreFlightView(known.response, cloudNow(), readPreFlight()) });
    else if (flow) this.setData({ view: toVisitorPreFlightView(flow, readPreFlight()) });
  },

  change(next: (flow: Flow, answers: Answers) => Answers) {
    const flow = flowNow();
    if (!flow) return;
    keepPreFlight(next(flow, readPreFlight()));
    this.render();
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onChoose(event: WechatMiniprogram.CustomEvent<{ questionId: string; optionId: string }>) {
    const { questionId, optionId } = event.detail;
    this.change((flow, answers) => withAnswer(flow, answers, questionId, optionId));
  },

  onBack() {
    this.change(withoutLast);
  },

  onSettled() {
    this.change(whenSettled);
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ do: FlowAction }>) {
    switch (event.detail.do) {
      case 'copy-text':
        return void this.copy(this.data.view?.flow.copy ?? '');
      case 'report-over-age':
        return openPage('overAge');
      case 'open-form':
        return this.goOn();
      default:
        return undefined;
    }
  },

  /** To the form of the chosen way; who has chosen none yet chooses first. */
  goOn() {
    const hasWay = Boolean(recallOwnTransfer()?.response.transfer);
    void wx.redirectTo({ url: `/${pagePath(hasWay ? 'form' : 'wayPicker')}` });
  },

  onCopy(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    void this.copy(event.detail.value);
  },

  async copy(text: string) {
    const copied = await copyText(text);
    toast(copied ? `复制好了，发给${this.data.view?.whom ?? '老师'}就行` : '没能复制，请长按文字自己选');
  },
});
