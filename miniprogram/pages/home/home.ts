import { tellReceiverText } from '../../domain/rules/rulebook/index';
import { pagePath } from '../../domain/reminding/pages';
import type { HelpPerson } from '../../domain/words/help-people';
import { copyText } from '../../services/clipboard';
import { isLargeFont, toast } from '../../services/display';
import { helpPeopleFor } from '../journey/help-people';
import { openPage } from '../../services/navigate';
import { once } from '../../loading/load';
import { cloudNow } from '../../memory/cloud-clock';
import { changeOwnTransfer, recallOwnTransfer } from '../../services/own-transfer';
import { onReach } from '../../services/reach-person';
import { REFRESH_HANDLERS, OWN_PAGE_DATA, type OwnPageData } from '../../loading/own-page';
import { goToStart, isVisitor, knownRoles, startPage } from '../../services/session';
import { askForReminders } from '../../asking/subscribe';
import { hideTabs, showTab } from '../../custom-tab-bar/tab';
import { confirmLogin, replacePicture } from '../../asking/transfer-steps';
import { refreshReading } from '../../loading/reading';
import { mayOfferSignIn, recallWelcome } from '../../asking/visitor';
import { sayFailure } from '../../loading/say-failure';
import { rulesNamed } from '../journey/facts';
import { factsNow } from '../journey/facts-now';
import { reminderFacts, reminderOffer } from '../journey/reminders';
import type { Outcome, ReportQuestion } from '../journey/report-words';
import { sendHurry } from '../journey/send-hurry';
import { REPORT_DIALOG, sendReport } from '../journey/send-report';
import { actionOf, type ActionHere, type HomeAction } from './action';
import { GUEST_TAPS } from './guest-taps';
import { toGuestView, type GuestView } from './guest-view';
import { toHomeView, type HomeView } from './view';

/** A teacher or secretary who is no graduate has nothing here. */
const isForOthers = (): boolean => {
  const roles = knownRoles();
  return roles.length > 0 && startPage(roles) !== 'home';
};

/** The rest stand on 问一问 and where somebody is stuck. */
const MOST_PEOPLE = 2;

interface Data extends OwnPageData {
  view: HomeView | null;
  people: readonly HelpPerson[];
  /** In place of `view` for who has not signed in. */
  guest: GuestView | null;
  offers: boolean;
  question: ReportQuestion | null;
  questionError: string;
  /** Which announcement is unfolded: a long one is folded until it is tapped. */
  newsOpen: string;
}

const initial: Data = {
  ...OWN_PAGE_DATA,
  view: null,
  people: [],
  guest: null,
  offers: false,
  question: null,
  questionError: '',
  newsOpen: '',
};

Page({
  ...REFRESH_HANDLERS,
  ...REPORT_DIALOG,
  ...GUEST_TAPS,

  data: initial,

  onLoad() {
    this.setData({ large: isLargeFont() });
    if (isForOthers()) goToStart(knownRoles());
  },

  onShow() {
    if (isForOthers()) return;
    if (isVisitor()) hideTabs(this);
    else showTab(this, 'home');
    this.render();
    void this.refresh();
  },

  async refresh() {
    await refreshReading(this);
    // On a phone that knew nobody the cloud has just said who this is.
    if (isForOthers()) goToStart(knownRoles());
  },

  /** Shows the newest known state; nothing when none is known yet. */
  render() {
    const known = recallOwnTransfer();
    if (!known) return this.renderForGuest();
    this.setData({
      guest: null,
      view: toHomeView(known.response, cloudNow()),
      people: helpPeopleFor(known.response).slice(0, MOST_PEOPLE),
    });
    showTab(this, 'home', known.response.unread);
  },

  renderForGuest() {
    const welcome = recallWelcome();
    if (!welcome || !isVisitor()) return;
    hideTabs(this);
    this.setData({
      view: null,
      guest: toGuestView(welcome, rulesNamed(welcome.rulebookId)),
      offers: mayOfferSignIn(),
    });
  },

  /** Nothing about the person goes along. */
  onShareAppMessage() {
    return { title: '毕业转团关系，一步一步跟着办', path: `/${pagePath('home')}` };
  },

  onRemarkTap() {
    const action = this.data.view?.remark?.action;
    if (action) this.act(action);
  },

  onNewsTap(event: TapEvent<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    this.setData({ newsOpen: this.data.newsOpen === id ? '' : id });
  },

  onDeskTap() {
    openPage('secretaryDesk');
  },

  onReach,

  onHelpTap(event: TapEvent<{ id: HomeAction }>) {
    this.act(event.currentTarget.dataset.id);
  },

  onMessagesTap() {
    openPage('messages');
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ id: HomeAction }>) {
    this.act(event.detail.id);
  },

  act(id: HomeAction) {
    const action = actionOf(id);
    if (action.page) openPage(action.page);
    else this.actHere(action.here);
  },

  actHere(id: ActionHere) {
    switch (id) {
      case 'replace-picture':
        return void once(this, id, () => this.replacePicture());
      case 'way-result':
        return this.openWayResult();
      case 'login-done':
        return void once(this, id, () => this.confirmLogin());
      case 'copy-receiver':
        return void once(this, id, () => this.copyForReceiver());
      case 'remind':
        return void this.onMoreTap();
      case 'hurry':
        return void sendHurry(this);
      case 'report-accepted':
        return this.ask('accepted');
      case 'report-refused':
        return this.ask('refused');
    }
  },

  openWayResult() {
    const transfer = factsNow()?.transfer;
    if (transfer) openPage('wayResult', { way: transfer.wayId, route: transfer.routeId });
  },

  async replacePicture() {
    const [from] = recallOwnTransfer()?.response.picturesToReplace ?? [];
    const reply = from === undefined ? null : await replacePicture(from);
    if (reply === null) return;
    if (!reply.ok) return toast(sayFailure(reply.error));
    this.render();
    toast('换好了，老师能看到新的这张');
  },

  async confirmLogin() {
    const reply = await confirmLogin();
    if (!reply.ok) return toast(sayFailure(reply.error));
    this.render();
    if (this.data.view?.action.primary?.id === 'way-picker') return openPage('wayPicker');
    toast('好，第 1 步完成');
  },

  async copyForReceiver() {
    const facts = factsNow();
    const words = facts?.route && tellReceiverText(facts.route, facts.response.member.name);
    if (words && !(await copyText(words))) toast('没能复制。在“进度”里可以长按文字自己选');
  },

  onMoreTap() {
    return once(this, 'more', async () => {
      const facts = factsNow();
      const offer = facts && reminderOffer(reminderFacts(facts));
      if (!offer) return;
      const { accepted, subscription } = await askForReminders(offer.keys);
      if (subscription) changeOwnTransfer({ subscription });
      this.render();
      toast(accepted.length > 0 ? '好，记下了' : '这次没有同意，随时可以再点');
    });
  },

  onReport(event: WechatMiniprogram.CustomEvent<{ outcome: Outcome; reason: string }>) {
    void sendReport(this, event.detail);
  },
});
