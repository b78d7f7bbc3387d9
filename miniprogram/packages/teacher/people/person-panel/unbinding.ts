/** Taking a person's WeChat account off, and the branch's code that is new then. */
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { call } from '../../../../asking/call';
import { copyText } from '../../../../services/clipboard';
import { sayDone, type PersonPage } from './page';
import { newCodeText } from '../person/view';

export const UNBINDING = {
  onUnbindTap(this: PersonPage) {
    this.setData({ unbindVisible: true, unbindError: '' });
  },

  onUnbindClose(this: PersonPage) {
    this.setData({ unbindVisible: false });
  },

  onUnbindConfirm(this: PersonPage, event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    void once(this, 'unbind', async () => {
      const { id: memberId } = this.data;
      const reply = await call('teacher', 'unbindMember', { memberId, reason: event.detail.reason });
      if (!reply.ok) {
        return this.setData({ unbindError: sayFailure(reply.error) });
      }
      const newCode = reply.data.inviteCode ?? '';
      this.setData({ unbindVisible: false, newCode });
      // The dialog with the new code says that it is done; a toast would cover the code.
      if (newCode === '') return sayDone(this, reply, '解绑了，本人可以重新登录');
      void this.load();
    });
  },

  onNewCodeCopyTap(this: PersonPage) {
    const { newCode, view } = this.data;
    if (view) void copyText(newCodeText(view.branchName, newCode));
  },

  onNewCodeClose(this: PersonPage) {
    this.setData({ newCode: '' });
  },
};
