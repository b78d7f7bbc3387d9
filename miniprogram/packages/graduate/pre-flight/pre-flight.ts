import { withAnswer, type Answers, type Flow, type FlowAction } from '../../../domain/rules/flow';
import { askedAgain } from '../../../domain/rules/on-roster';
import { isCleared } from '../../../domain/rules/pre-flight';
import { PAGES, pagePath } from '../../../domain/reminding/pages';
import { copyText } from '../../../services/clipboard';
import { toast } from '../../../services/display';
import { goBack, openPage } from '../../../services/navigate';
import {
  OPENING_HANDLERS,
  OWN_PAGE_DATA,
  REFRESH_HANDLERS,
  type OwnPageData,
} from '../../../loading/own-page';
import { cloudNow } from '../../../memory/cloud-clock';
import type { Rulebook } from '../../../domain/rules/rulebook/index';
import { recallOwnTransfer } from '../../../services/own-transfer';
import { keepPreFlight, readPreFlight } from '../../../services/pre-flight-answers';
import { refreshReading } from '../../../loading/reading';
import { rulebookIdToRead } from '../../../asking/visitor';
import { rulesNamed } from '../../../pages/journey/facts';
import { whenSettled, withoutLast } from '../../../pages/journey/flow-view';
import { answersSoFar, toPreFlightView, toVisitorPreFlightView, type PreFlightView } from './view';

const rulesNow = (): Rulebook | undefined => {
  const id = rulebookIdToRead();
  return id === null ? undefined : rulesNamed(id);
};

const flowNow = (): Flow | undefined => rulesNow()?.flows['pre-flight'];

/** The answers with what the roster says in the place of those that are missing. */
const withRoster = (flow: Flow, answers: Answers): Answers => {
  const known = recallOwnTransfer();
  return known ? answersSoFar(flow, known.response, answers) : answers;
};

interface Data extends OwnPageData {
  view: PreFlightView | null;
}

const initial: Data = {
  ...OWN_PAGE_DATA,
  view: null,
};

/**
 * What stops a transfer on 智慧团建 before it begins; the answers outlast the page. `then=form`: on the way to the form,
 * which opens as soon as nothing can stand in the way any more.
 */
Page({
  ...OPENING_HANDLERS,
  ...REFRESH_HANDLERS,

  data: initial,
  leadsToForm: false,
  /** What the roster says is filled in once: going back to it must be possible. */
  isFilledIn: false,

  onLoad(query: Record<string, string | undefined>) {
    this.leadsToForm = query.then === 'form';
    OPENING_HANDLERS.onLoad.call(this);
  },

  refresh() {
    return refreshReading(this);
  },

  render() {
    const known = recallOwnTransfer();
    const rulebook = rulesNow();
    const flow = flowNow();
    if (known) {
      if (!this.isFilledIn && flow) keepPreFlight(withRoster(flow, readPreFlight()));
      this.isFilledIn = true;
      this.setData({ view: toPreFlightView(known.response, cloudNow(), readPreFlight()) });
    } else if (rulebook) this.setData({ view: toVisitorPreFlightView(rulebook, readPreFlight()) });
  },

  change(next: (flow: Flow, answers: Answers) => Answers) {
    const flow = flowNow();
    if (!flow) return;
    const answers = next(flow, readPreFlight());
    keepPreFlight(answers);
    if (this.leadsToForm && isCleared(flow, answers)) return this.goOn();
    this.render();
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onChoose(event: WechatMiniprogram.CustomEvent<{ questionId: string; optionId: string }>) {
    const { questionId, optionId } = event.detail;
    this.change((flow, answers) => withRoster(flow, withAnswer(flow, answers, questionId, optionId)));
  },

  /** The roster is wrong: its question is asked after all. */
  onNotSoTap({ currentTarget }: TapEvent<{ question: string }>) {
    this.change((flow, answers) => askedAgain(flow, answers, currentTarget.dataset.question));
  },

  onBack() {
    this.change(withoutLast);
  },

  onSettled() {
    this.change((flow, answers) => withRoster(flow, whenSettled(flow, answers)));
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

  /** Back to the guide this was opened from, else to the form of the chosen way, or to choosing one. */
  goOn() {
    const pages = getCurrentPages();
    if (pages[pages.length - 2]?.route === PAGES.wayResult) return goBack();
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
