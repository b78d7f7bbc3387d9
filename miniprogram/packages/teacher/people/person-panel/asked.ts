/** What is asked once more before it is done, and what is shown then. */
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { QUESTIONS, sayDone, type PersonPage, type Question } from './page';

const remove = async (page: PersonPage): Promise<void> => {
  const reply = await call('teacher', 'removeMember', { memberId: page.data.id });
  page.setData({ asking: '' });
  if (!reply.ok) return toast(sayFailure(reply.error));
  toast('从名单移除了');
  page.triggerEvent('leave');
};

const reveal = async (page: PersonPage): Promise<void> => {
  const transferId = page.data.view?.transferId;
  if (!transferId) return;
  const reply = await call('teacher', 'revealContact', { transferId });
  page.setData({ asking: '' });
  if (reply.ok) page.setData({ contact: reply.data.contact });
  else toast(sayFailure(reply.error));
};

export const ASKED = {
  onAskTap(this: PersonPage, event: TapEvent<{ question: Question }>) {
    const asking = event.currentTarget.dataset.question;
    this.setData({ asking, question: QUESTIONS[asking] });
  },

  onAskClose(this: PersonPage) {
    if (!this.data.busy) this.setData({ asking: '' });
  },

  onAskConfirm(this: PersonPage) {
    const { asking } = this.data;
    if (!asking) return;
    void once(this, asking, async () => {
      if (asking === 'contact') return reveal(this);
      if (asking === 'remove-member') return remove(this);
      const { id: memberId } = this.data;
      const reply = await (asking === 'assign'
        ? call('teacher', 'assignSecretary', { memberId })
        : call('teacher', 'removeSecretary', { memberId }));
      this.setData({ asking: '' });
      sayDone(this, reply, '办好了');
    });
  },

  onOverAgeTap(this: PersonPage) {
    this.setData({ overAgeVisible: true, overAgeError: '' });
  },

  onOverAgeClose(this: PersonPage) {
    this.setData({ overAgeVisible: false });
  },

  onOverAgeConfirm(this: PersonPage, event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    void once(this, 'over-age', async () => {
      const { id: memberId } = this.data;
      const reply = await call('teacher', 'recordOverAge', { memberId, reason: event.detail.reason });
      if (!reply.ok) return this.setData({ overAgeError: sayFailure(reply.error) });
      this.setData({ overAgeVisible: false, overAge: false });
      sayDone(this, reply, '办好了');
    });
  },

  onReopenAgeTap(this: PersonPage) {
    void once(this, 'reopen-age', async () => {
      const reply = await call('teacher', 'reopenOverAge', { memberId: this.data.id });
      if (reply.ok) this.setData({ overAge: true });
      sayDone(this, reply, '放回待办了');
    });
  },

  onContactClose(this: PersonPage) {
    // Not kept on the page: the next look is asked for, and audited, again.
    this.setData({ contact: null });
  },

  onCallTap(this: PersonPage) {
    const phoneNumber = this.data.contact?.phone;
    // Turning back in WeChat's own sheet is not a failure.
    if (phoneNumber) wx.makePhoneCall({ phoneNumber, fail: () => undefined });
  },
};
