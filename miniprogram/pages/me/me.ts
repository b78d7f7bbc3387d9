import { nothing } from '../../memory/empty';
import type { Response } from '../../contract';
import type { Failure, Result } from '../../domain/errors';
import type { TemplateKey } from '../../domain/reminding/kinds';
import type { PageName } from '../../domain/reminding/pages';
import { departures, followRefusal } from '../../asking/access';
import { call } from '../../asking/call';
import { isLargeFont, toast } from '../../services/display';
import { openPage } from '../../services/navigate';
import { once } from '../../loading/load';
import { loadOwnPage, REFRESH_HANDLERS, OWN_PAGE_DATA, type OwnPageData } from '../../loading/own-page';
import { cloudNow } from '../../memory/cloud-clock';
import { changeOwnTransfer, recallOwnTransfer } from '../../services/own-transfer';
import { rememberRoles } from '../../services/session';
import { askForReminders } from '../../asking/subscribe';
import { rulesNamed } from '../journey/facts';
import { showTab } from '../../custom-tab-bar/tab';
import { toMeView, type MeView } from './view';

type Known = Response<'account', 'whoAmI'>;

/** Whom the cloud does not know is a stranger here as on every page. */
const askWho = async (): Promise<Result<Known>> => {
  const reply = await call('account', 'whoAmI', {});
  if (!reply.ok || reply.data.account) return reply;
  const failure: Failure = { code: 'NOT_SIGNED_IN' };
  await followRefusal('account', failure, departures());
  return { ok: false, error: failure };
};

interface Data extends OwnPageData {
  /** What the school works in, by its name. */
  system: string;
  view: MeView | null;
}

const initial: Data = {
  ...OWN_PAGE_DATA,
  system: '',
  view: null,
};

Page({
  ...REFRESH_HANDLERS,

  data: initial,
  who: nothing<{ reply: Known; at: number }>(),

  onLoad() {
    this.setData({ large: isLargeFont() });
  },

  onShow() {
    showTab(this, 'me');
    void this.refresh();
  },

  refresh() {
    return loadOwnPage(this, {
      ask: askWho(),
      keep: (reply) => {
        rememberRoles(reply.account?.roles ?? []);
        this.who = { reply, at: cloudNow() };
      },
      knownAt: () => this.who?.at ?? null,
    });
  },

  render() {
    if (!this.who) return;
    const { rulebookId } = this.who.reply.season;
    const known = recallOwnTransfer()?.response ?? null;
    this.setData({ view: toMeView(this.who.reply, known), system: rulesNamed(rulebookId).system.name });
  },

  onDeskTap(event: WechatMiniprogram.TouchEvent<object, object, { page: PageName }>) {
    openPage(event.currentTarget.dataset.page);
  },

  onTeacherTap() {
    openPage('signIn', { as: 'teacher' });
  },

  onPrivacyTap() {
    openPage('privacy');
  },

  onMoreTap(event: WechatMiniprogram.TouchEvent<object, object, { key: TemplateKey }>) {
    const { key } = event.currentTarget.dataset;
    void once(this, key, async () => {
      const { accepted, subscription } = await askForReminders([key]);
      if (subscription && this.who) {
        this.who = { ...this.who, reply: { ...this.who.reply, subscription } };
        changeOwnTransfer({ subscription });
      }
      this.render();
      toast(accepted.length > 0 ? '好，多存了一次' : '这次没有同意，随时可以再点');
    });
  },

  onDataTap() {
    openPage('myData');
  },
});
