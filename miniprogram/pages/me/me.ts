import type { Response } from '../../domain/contract';
import type { TemplateKey } from '../../domain/model';
import type { PageName } from '../../domain/pages';
import { call } from '../../services/call';
import { isLargeFont, toast } from '../../services/display';
import { openPage } from '../../services/navigate';
import { sayStale } from '../../services/offline-words';
import { afterAMoment, newestOnly, once } from '../../services/once';
import { changeOwnTransfer, cloudNow, recallOwnTransfer } from '../../services/own-transfer';
import { openPrivacyContract } from '../../services/privacy';
import { leaveStranger, rememberRoles } from '../../services/session';
import { askForReminders } from '../../services/subscribe';
import { showTab } from '../../services/tab-bar';
import { sayFailure } from '../../services/wording';
import { toMeView, type MeView } from './view';

const newest = newestOnly();

Page({
  data: {
    large: false,
    busy: '',
    skeleton: false,
    stale: '',
    failure: '',
    view: null as MeView | null,
  },
  who: null as { reply: Response<'account', 'whoAmI'>; at: number } | null,

  onLoad() {
    this.setData({ large: isLargeFont() });
  },

  onShow() {
    showTab(this, 'me');
    void this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    void wx.stopPullDownRefresh();
  },

  async refresh() {
    const callOff = afterAMoment(() => this.setData({ skeleton: true }));
    await newest(call('account', 'whoAmI', {}), (reply) => {
      this.setData({ skeleton: false, stale: '', failure: '' });
      if (!reply.ok) {
        if (leaveStranger(reply.error)) return;
        const words = sayFailure(reply.error);
        return this.setData(this.who ? { stale: sayStale(reply.error, this.who.at) } : { failure: words });
      }
      if (!reply.data.account) return void leaveStranger({ code: 'NOT_SIGNED_IN' });
      rememberRoles(reply.data.account.roles);
      this.who = { reply: reply.data, at: cloudNow() };
      this.render();
    });
    callOff();
  },

  render() {
    if (!this.who) return;
    this.setData({ view: toMeView(this.who.reply, recallOwnTransfer()?.response ?? null) });
  },

  onRetry() {
    void once(this, 'load', () => this.refresh());
  },

  onDeskTap(event: WechatMiniprogram.TouchEvent<object, object, { page: PageName }>) {
    openPage(event.currentTarget.dataset.page);
  },

  onTeacherTap() {
    openPage('signIn', { as: 'teacher' });
  },

  onPrivacyTap() {
    openPrivacyContract();
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
