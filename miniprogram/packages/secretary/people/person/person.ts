import type { OfflineTap } from '../../../../components/offline-steps/rows';
import { doorPath } from '../../../../domain/reminding/pages';
import { DESK_PAGE, loadDesk } from '../../../../loading/desk-page';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { tickStep } from '../../../../loading/tick';
import { placeInRound } from '../../../../memory/round';
import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../asking/call';
import { copyOrSay, copyText } from '../../../../services/clipboard';
import { isLargeFont, toast } from '../../../../services/display';
import { titlePage } from '../../../../services/page-title';
import { openPage } from '../../../../services/navigate';
import { rememberedBranch } from '../../../../services/session';
import { nudgedWords } from '../../board/branch-panel/words';
import { DECIDING } from './deciding';
import { initial, own } from './page';
import { REPORTING } from './reporting';
import { toPersonView, type Reply } from './view';

Page({
  ...DESK_PAGE,
  ...DECIDING,
  ...REPORTING,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont() });
    this.take(query.memberId ?? '');
  },

  take(memberId: string) {
    own(this).reply = null;
    const { number, total, previous, next } = placeInRound('approvals', memberId);
    const place = { number, total };
    this.setData({ memberId, place, previous: previous ?? '', next: next ?? '', view: null });
  },

  /** Another one of those who wait for approval. */
  goTo(memberId: string) {
    this.take(memberId);
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    void this.load();
  },

  onPreviousTap() {
    if (this.data.previous) this.goTo(this.data.previous);
  },

  onNextTap() {
    if (this.data.next) this.goTo(this.data.next);
  },

  onShow() {
    void this.load();
  },

  async load(): Promise<void> {
    const mine = own(this);
    await loadDesk(this, {
      ask: call('secretary', 'person', { memberId: this.data.memberId }),
      isShown: mine.reply !== null,
      show: (reply) => {
        mine.reply = reply;
        this.show(reply);
      },
    });
  },

  show(reply: Reply) {
    const rulebook = rulebookOf(reply.rulebookId);
    if (!rulebook) return this.setData({ error: '这一季的规则在这个版本里没有，请关掉小程序后重新打开' });
    this.setData({ view: toPersonView(reply, rulebook), error: '' });
    titlePage(this, reply.person.name);
  },

  /** To search for in the list of members on 智慧团建. */
  async onCopyNameTap() {
    const name = this.data.view?.name;
    if (name && !(await copyText(name))) toast('没能复制，请长按名字自己选');
  },

  onCopyInvitationTap() {
    const text = this.data.view?.invitation?.text;
    if (text) void copyOrSay(text);
  },

  onCopyElsewhereTap() {
    const text = this.data.view?.elsewhere?.text;
    if (text) void copyOrSay(text);
  },

  /** Nothing about the person goes along. */
  onShareAppMessage(): { title: string; path: string } {
    const plain = { title: '毕业生团员，来办团关系转接', path: `/${doorPath('signIn')}` };
    return this.data.view?.invitation?.card ?? plain;
  },

  onNudgeTap() {
    void once(this, 'nudge', async () => {
      const nudged = await call('secretary', 'nudge', {
        memberIds: [this.data.memberId],
        ...rememberedBranch(),
      });
      if (!nudged.ok) return toast(sayFailure(nudged.error));
      toast(nudgedWords(nudged.data));
      await this.load();
    });
  },

  onRecordTap() {
    openPage('recordFor', { memberId: this.data.memberId, as: 'secretary' });
  },

  onTick({ detail }: WechatMiniprogram.CustomEvent<OfflineTap & { number?: string }>): void {
    const version = own(this).reply?.person.transfer?.version;
    if (version === undefined) return;
    const { memberId } = this.data;
    tickStep(this, detail.stepId, () => call('secretary', 'tickOffline', { memberId, version, ...detail }));
  },
});
