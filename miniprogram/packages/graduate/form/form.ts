import { reasonWords } from '../../../domain/words/reason';
import { pagePath } from '../../../domain/reminding/pages';
import { asksNothing } from '../../../domain/rules/rulebook/index';
import { isEditable } from '../../../domain/transfer/lifecycle';
import { MOST_SCREENSHOTS } from '../../../domain/transfer/pictures';
import { shownState } from '../../../domain/transfer/shown-state';
import { STATE_WORDS } from '../../../domain/words/states';
import { once } from '../../../loading/load';
import { showOwnTransfer } from '../../../loading/own-page';
import { cloudNow } from '../../../memory/cloud-clock';
import { nothing } from '../../../memory/empty';
import { isLargeFont, toast } from '../../../services/display';
import { openPage } from '../../../services/navigate';
import type { Snapshot } from '../../../services/own-transfer';
import { keepPreFlight } from '../../../services/pre-flight-answers';
import { closedFor, type Closed } from './closed';
import { FIELD_HANDLERS } from './field-handlers';
import { PICTURE_TAPS } from './picture-taps';
import { FormSession, type Saved } from './session';
import { workOf, type Transfer } from './start';
import { typedValues, type TypedValues } from './typed';
import { toFormView, type FormView } from './view';
import type { Work } from './work';

const SAVED_WORDS: Record<Saved, string> = {
  saving: '正在存',
  cloud: '已存草稿',
  phone: '存在这台手机上',
  partly: '加密的内容还没存上',
  withheld: '身份证号没有存',
  closed: '',
};

interface Data {
  large: boolean;
  busy: string;
  view: FormView | null;
  failure: string;
  /** Nothing to fill in: no way chosen yet, or handed in already. */
  closed: Closed | null;
  returned: { title: string; reason: string } | null;
  saved: Saved | '';
  savedText: string;
  focus: string;
  typed: TypedValues;
  mostShots: number;
}

const initial: Data = {
  large: false,
  busy: '',
  view: null,
  failure: '',
  closed: null,
  returned: null,
  saved: '',
  savedText: '',
  focus: '',
  typed: typedValues({}),
  mostShots: MOST_SCREENSHOTS,
};

Page({
  ...FIELD_HANDLERS,
  ...PICTURE_TAPS,

  data: initial,

  session: nothing<FormSession>(),

  onLoad() {
    this.setData({ large: isLargeFont() });
    void this.load();
  },

  onHide() {
    this.session?.flush();
  },

  onUnload() {
    this.session?.flush();
  },

  load() {
    return showOwnTransfer(this, (snapshot) => this.show(snapshot));
  },

  show({ response }: Snapshot) {
    const { transfer } = response;
    if (!transfer || !isEditable(transfer.state)) return this.close(transfer);
    const work = workOf(response, transfer);
    if (!work) return this.setData({ failure: '今年的规则里没有这个去向，请重新选一次' });
    // Nothing to fill in: what is sent is looked at straight away.
    if (asksNothing(work.route)) return void wx.redirectTo({ url: `/${pagePath('review')}` });
    this.session = new FormSession(transfer, work, (saved) => this.render(saved));
    this.setData({
      failure: '',
      returned:
        transfer.state === 'draft' || !transfer.reason
          ? null
          : {
              title:
                transfer.state === 'lapsed'
                  ? '对方一直没处理，系统退回来了'
                  : `${STATE_WORDS[shownState(transfer)]}了`,
              reason: reasonWords(transfer.reason),
            },
    });
    this.showTyped();
    this.render();
  },

  close(transfer: Transfer | null) {
    this.session = null;
    this.setData({ failure: '', view: null, closed: closedFor(transfer) });
  },

  workNow(): Work | null {
    return this.session?.work ?? null;
  },

  change(part: Partial<Work>) {
    // The pre-flight check remembers what was said about the receiver's system.
    if (part.preFlight) keepPreFlight(part.preFlight);
    this.session?.change(part);
  },

  showTyped() {
    this.setData({ typed: typedValues(this.session?.work.draft ?? {}) });
  },

  onOrganisationFocus() {
    void this.session?.askReceivers();
  },

  render(saved?: Saved) {
    if (!this.session) return;
    // Handed in or taken back on another phone: show what is true now.
    if (saved === 'closed') return void this.load();
    this.setData({
      view: toFormView(this.session.work, cloudNow()),
      ...(saved ? { saved, savedText: SAVED_WORDS[saved] } : {}),
    });
  },

  onRetry() {
    this.setData({ failure: '' });
    void this.load();
  },

  onClosedAction() {
    const page = this.data.closed?.page;
    if (page === 'track') openPage('track');
    else void wx.redirectTo({ url: `/${pagePath('wayPicker')}` });
  },

  onMainTap() {
    const main = this.data.view?.main;
    if (!main) return;
    if (main.ready) return once(this, 'review', () => this.goOn());
    this.setData({ focus: main.goal });
    void wx.pageScrollTo({ selector: `#field-${main.goal}`, offsetTop: -16, duration: 200 });
  },

  /** The draft is on the phone in any case; the cloud gets it before the review shows the pictures from there. */
  async goOn() {
    if (!this.session) return;
    this.session.type({});
    const saved = await this.session.save();
    if (saved === 'closed') return;
    if (saved !== 'cloud') toast('网络不太好，内容存在这台手机上');
    openPage('review');
  },
});
