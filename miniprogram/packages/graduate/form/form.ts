import { nothing } from '../../../memory/empty';
import { shownState } from '../../../domain/transfer/shown-state';
import { STATE_WORDS } from '../../../domain/words/states';
import { isEditable } from '../../../domain/transfer/lifecycle';
import { cleanLine } from '../../../domain/text/clean-text';
import { pagePath } from '../../../domain/reminding/pages';
import { MOST_SCREENSHOTS } from '../../../domain/transfer/pictures';
import { asksNothing } from '../../../domain/rules/rulebook/index';
import type { Contradiction } from '../../../domain/rules/contradictions';
import type { Answers } from '../../../domain/rules/flow';
import { isLargeFont, toast } from '../../../services/display';
import { isLedAway } from '../../../memory/led-away';
import { openPage } from '../../../services/navigate';
import { once } from '../../../loading/load';
import { cloudNow } from '../../../memory/cloud-clock';
import { showOwnTransfer } from '../../../loading/own-page';
import type { Loaded } from '../../../services/own-transfer';
import { keepPreFlight } from '../../../services/pre-flight-answers';
import { agreeToPrivacy } from '../../../services/privacy';
import { sayFailure } from '../../../loading/say-failure';
import { closedFor, type Closed } from './closed';
import { nameDoubt } from './own-blocks';
import { PLAIN_FIELDS, type PlainId } from './plain-fields';
import { pickedPlace, withStreet, type PlaceField } from './place';
import { FormSession, type Saved } from './session';
import { workOf, type Transfer } from './start';
import { justNow, withTime } from './start-time';
import type { TypedTime } from './work';
import { placeDoubt, toFormView, type FormView } from './view';

const SAVED_WORDS: Record<Saved, string> = {
  saving: '正在存',
  cloud: '已存草稿',
  phone: '存在这台手机上',
  partly: '加密的内容还没存上',
  withheld: '身份证号没有存',
  closed: '',
};

type Placed<Detail extends object> = WechatMiniprogram.CustomEvent<
  Detail,
  object,
  { field: PlaceField },
  object
>;

const fieldOf = ({ currentTarget }: Placed<object>): PlaceField => currentTarget.dataset.field;

type PlainTyped = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: PlainId }, object>;

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
  /** Values of the inputs, set only when the page and not the person changes them: no letter is lost while typing. */
  typed: {
    organisation: string;
    contactName: string;
    contactPhone: string;
    plain: Partial<Record<string, string>>;
  };
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
  typed: { organisation: '', contactName: '', contactPhone: '', plain: {} },
  mostShots: MOST_SCREENSHOTS,
};

Page({
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
    return showOwnTransfer(this, (loaded) => this.show(loaded));
  },

  show({ snapshot, failure }: Loaded) {
    if (failure && isLedAway(failure)) return;
    if (!snapshot) return this.setData({ failure: failure ? sayFailure(failure) : '' });
    const { transfer } = snapshot.response;
    if (!transfer || !isEditable(transfer.state)) return this.close(transfer);
    const work = workOf(snapshot.response, transfer);
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
              reason: transfer.reason,
            },
    });
    this.showTyped();
    this.render();
  },

  close(transfer: Transfer | null) {
    this.session = null;
    this.setData({ failure: '', view: null, closed: closedFor(transfer) });
  },

  showTyped() {
    const { organisation = '', parentContact } = this.session?.work.draft ?? {};
    const contact = { contactName: parentContact?.name ?? '', contactPhone: parentContact?.phone ?? '' };
    const draft = this.session?.work.draft ?? {};
    const plain = Object.fromEntries(PLAIN_FIELDS.map((id) => [id, draft[id] ?? '']));
    this.setData({ typed: { organisation, ...contact, plain } });
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

  onPlacePick(event: Placed<{ value: string[]; code: string[] }>) {
    const { value, code } = event.detail;
    const place = pickedPlace(value, code);
    if (place) this.session?.type({ [fieldOf(event)]: place });
  },

  onStreetInput(event: Placed<{ value: string }>) {
    const place = this.session?.work.draft[fieldOf(event)];
    if (place) this.session?.type({ [fieldOf(event)]: withStreet(place, event.detail.value) });
  },

  onPlaceSettled() {
    this.answer(({ settled }) => settled);
  },

  onPlaceKept() {
    this.answer(({ kept }) => kept);
  },

  /** The pre-flight check remembers what was said about the receiver's system. */
  answer(choose: (contradiction: Contradiction) => Answers) {
    const contradiction = this.session && placeDoubt(this.session.work);
    if (!contradiction) return;
    const preFlight = choose(contradiction);
    keepPreFlight(preFlight);
    this.session?.change({ preFlight });
  },

  onOrganisationInput(event: WechatMiniprogram.Input) {
    this.session?.type({ organisation: event.detail.value.replace(/\n/g, '') });
  },

  onOrganisationFocus() {
    void this.session?.askReceivers();
  },

  onOfferTap({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { name: string }>) {
    this.session?.type({ organisation: currentTarget.dataset.name });
    this.showTyped();
  },

  onNameAccept() {
    if (!this.session) return;
    const finding = nameDoubt(this.session.work);
    if (!finding?.proposal) return;
    // The same proposal may have been taken before: the input only follows a value that changes.
    this.showTyped();
    this.session.type({ organisation: finding.proposal });
    this.showTyped();
  },

  onNameKeep() {
    this.session?.change({ keptName: cleanLine(this.session.work.draft.organisation ?? '') });
  },

  onDateChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.pickTime({ date: event.detail.value });
  },

  onClockChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.pickTime({ clock: event.detail.value });
  },

  onJustNowTap() {
    this.pickTime(justNow(cloudNow()));
  },

  pickTime(picked: Partial<TypedTime>) {
    if (this.session) this.session.change(withTime(this.session.work, picked));
  },

  onContactInput(event: WechatMiniprogram.Input) {
    if (!this.session) return;
    const { name = '', phone = '' } = this.session.work.draft.parentContact ?? {};
    const part = event.currentTarget.dataset.part === 'phone' ? 'phone' : 'name';
    this.session.type({ parentContact: { name, phone, [part]: event.detail.value } });
  },

  onPlainInput({ currentTarget, detail }: PlainTyped) {
    this.session?.type({ [currentTarget.dataset.field]: detail.value });
  },

  onMonthChange({ currentTarget, detail }: PlainTyped) {
    this.session?.type({ [currentTarget.dataset.field]: detail.value.slice(0, 7) });
  },

  async onShotAdd() {
    const room = MOST_SCREENSHOTS - (this.session?.work.shots.length ?? 0);
    if (room > 0 && (await agreeToPrivacy())) await this.session?.choose(room);
  },

  async onShotReplace(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    if (await agreeToPrivacy()) await this.session?.choose(1, event.detail.key);
  },

  onShotRetry(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    void this.session?.retry(event.detail.key);
  },

  onShotRemove(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    this.session?.remove(event.detail.key);
  },

  onShotPreview(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    const urls = this.session?.work.shots.map(({ src }) => src) ?? [];
    const current = this.session?.work.shots.find(({ key }) => key === event.detail.key)?.src;
    if (current) void wx.previewImage({ current, urls });
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
