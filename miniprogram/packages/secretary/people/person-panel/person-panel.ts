import type { OfflineTap } from '../../../../components/offline-steps/rows';
import { DESK_RETRY, loadDesk, PERSON_PANEL } from '../../../../loading/desk-page';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { tickStep } from '../../../../loading/tick';
import { placeInRound } from '../../../../memory/round';
import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../asking/call';
import { copyOrSay, copyText } from '../../../../services/clipboard';
import { toast } from '../../../../services/display';
import { openPage } from '../../../../services/navigate';
import { rememberedBranch } from '../../../../services/session';
import { nudgedWords, type SharedCard } from '../../board/branch-panel/words';
import { toPersonView, type Reply } from '../person/view';
import { DECIDING } from './deciding';
import { FRESH, initial, own, type PersonKey } from './page';
import { REPORTING } from './reporting';

/**
 * One classmate, with what the secretary can do about them. On a phone it is the whole page; beside a list it stands in
 * the list's window. `load()`, `shareCard()` and `onKey()` from outside. Events: `named` with `{ name }` once they are
 * known, `other` with `{ memberId }` where it went on to somebody else, `changed` after something was decided or said.
 */
Component({
  properties: {
    large: { type: Boolean, value: false },
    memberId: { type: String, value: '' },
    /** Stands beside a list, in a computer's window. */
    wide: { type: Boolean, value: false },
    /** The buttons name the keys that press them. */
    keyed: { type: Boolean, value: false },
  },
  data: initial,
  ...PERSON_PANEL,
  methods: {
    ...DESK_RETRY,
    ...DECIDING,
    ...REPORTING,

    take(id: string) {
      own(this).reply = null;
      const { number, total, previous, next } = placeInRound('approvals', id);
      this.setData({
        ...FRESH,
        id,
        place: { number, total },
        previous: previous ?? '',
        next: next ?? '',
      });
    },

    /** Another one of those who wait for approval. */
    goTo(id: string) {
      this.take(id);
      this.triggerEvent('other', { memberId: id });
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
      void this.load();
    },

    onPreviousTap() {
      if (this.data.previous) this.goTo(this.data.previous);
    },

    onNextTap() {
      if (this.data.next) this.goTo(this.data.next);
    },

    onKey(key: PersonKey) {
      const { view, busy, returning, question } = this.data;
      if (!view?.canApprove || busy !== '' || returning || question) return;
      if (key === 'approve') this.onApproveTap();
      else this.onReturnTap();
    },

    async load(): Promise<void> {
      const mine = own(this);
      await loadDesk(this, {
        ask: call('secretary', 'person', { memberId: this.data.id }),
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
      this.triggerEvent('named', { name: reply.person.name });
    },

    /** To search for in the list of members on the system. */
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

    /** What a tap on “发给 TA” shares; null while nobody is invited. */
    shareCard(): SharedCard | null {
      return this.data.view?.invitation?.card ?? null;
    },

    onNudgeTap() {
      void once(this, 'nudge', async () => {
        const nudged = await call('secretary', 'nudge', {
          memberIds: [this.data.id],
          ...rememberedBranch(),
        });
        if (!nudged.ok) return toast(sayFailure(nudged.error));
        toast(nudgedWords(nudged.data));
        this.triggerEvent('changed');
        await this.load();
      });
    },

    onRecordTap() {
      openPage('recordFor', { memberId: this.data.id, as: 'secretary' });
    },

    onTick({ detail }: WechatMiniprogram.CustomEvent<OfflineTap & { number?: string }>): void {
      const version = own(this).reply?.person.transfer?.version;
      if (version === undefined) return;
      const { id: memberId } = this.data;
      tickStep(this, detail.stepId, () => call('secretary', 'tickOffline', { memberId, version, ...detail }));
    },
  },
});
