import type { Response } from '../../../../contract';
import { call } from '../../../../asking/call';
import { copyOrSay } from '../../../../services/clipboard';
import { sayFailure } from '../../../../loading/say-failure';
import { DESK_PANEL_LIFETIMES, DESK_RETRY, loadDesk } from '../../../../loading/desk-page';
import { toast } from '../../../../services/display';
import { once } from '../../../../loading/load';
import { rememberedBranch } from '../../../../services/session';
import { invitationCard, invitationText } from '../../board/branch-panel/words';

type Invite = Response<'secretary', 'inviteImage'>;

interface Data {
  invite: Invite | null;
  text: string;
  error: string;
  busy: string;
  asking: boolean;
}

const initial: Data = {
  invite: null,
  text: '',
  error: '',
  busy: '',
  asking: false,
};

/** The branch's invite code as letters and as a picture. `load()` from outside; `shareCard()` for the page's sharing. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: initial,
  lifetimes: DESK_PANEL_LIFETIMES,
  methods: {
    ...DESK_RETRY,

    async load() {
      await loadDesk(this, {
        ask: call('secretary', 'inviteImage', rememberedBranch()),
        isShown: this.data.invite !== null,
        show: (invite) => {
          const text = invitationText(invite.branchName, invite.inviteCode);
          this.setData({ invite, text, error: '' });
        },
      });
    },

    shareCard(): { title: string; path: string } | null {
      const { invite } = this.data;
      return invite && invitationCard(invite.branchName, invite.inviteCode);
    },

    /** WeChat's viewer can save and forward the picture. */
    onPictureTap() {
      const url = this.data.invite?.url;
      if (url) void wx.previewImage({ urls: [url] });
    },

    onCopyCodeTap() {
      void copyOrSay(this.data.invite?.inviteCode ?? '');
    },

    onCopyTextTap() {
      void copyOrSay(this.data.text);
    },

    onPhoneShared(event: WechatMiniprogram.CustomEvent<{ phone: string | null }>) {
      const { invite } = this.data;
      if (invite) this.setData({ invite: { ...invite, ownPhone: event.detail.phone } });
    },

    onRotateTap() {
      this.setData({ asking: true });
    },

    onRotateClose() {
      if (!this.data.busy) this.setData({ asking: false });
    },

    onRotateConfirm() {
      void once(this, 'rotate', async () => {
        const reply = await call('secretary', 'rotateInvite', {});
        this.setData({ asking: false });
        if (!reply.ok) return toast(sayFailure(reply.error));
        toast('换好了，旧的不能用了');
        await this.load();
      });
    },
  },
});
