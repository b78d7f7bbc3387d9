import type { Response } from '../../../domain/contract';
import { pagePath } from '../../../domain/pages';
import { call } from '../../../services/call';
import { copyText } from '../../../services/clipboard';
import { toast } from '../../../services/display';
import { once } from '../../../services/once';
import { leaveStranger } from '../../../services/session';
import { sayFailure } from '../../../services/wording';
import { invitationText } from '../branch-panel/words';

type Invite = Response<'secretary', 'inviteImage'>;

/** Grows with each load; an answer to an older one is dropped. */
let turn = 0;

/** The branch's invite code as letters and as a picture. `load()` from outside; `shareCard()` for the page's sharing. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: {
    invite: null as Invite | null,
    text: '',
    error: '',
    busy: '',
    asking: false,
  },
  lifetimes: {
    attached() {
      void this.load();
    },
    detached() {
      turn += 1;
    },
  },
  methods: {
    async load() {
      const mine = ++turn;
      const reply = await call('secretary', 'inviteImage', {});
      if (mine !== turn) return;
      if (!reply.ok) {
        if (leaveStranger(reply.error)) return;
        if (this.data.invite) toast(sayFailure(reply.error));
        else this.setData({ error: sayFailure(reply.error) });
        return;
      }
      const invite = reply.data;
      this.setData({ invite, text: invitationText(invite.branchName, invite.inviteCode), error: '' });
    },

    /** What a classmate sees in the chat; opens signing in with the code filled in. */
    shareCard(): { title: string; path: string } | null {
      const { invite } = this.data;
      if (!invite) return null;
      const path = `/${pagePath('signIn', { invite: invite.inviteCode })}`;
      return { title: `${invite.branchName}的同学，来办团关系转接`, path };
    },

    onRetryTap() {
      this.setData({ error: '' });
      void this.load();
    },

    /** WeChat's viewer can save and forward the picture. */
    onPictureTap() {
      const url = this.data.invite?.url;
      if (url) void wx.previewImage({ urls: [url] });
    },

    onCopyCodeTap() {
      void this.copy(this.data.invite?.inviteCode ?? '');
    },

    onCopyTextTap() {
      void this.copy(this.data.text);
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

    async copy(text: string) {
      if (!(await copyText(text))) toast('没能复制，请长按文字自己选');
    },
  },
});
