import { readCode } from '../../../../components/code-entry/read-code';
import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { readClipboard } from '../../../../services/paste';
import { lateCodeWords } from '../../../../loading/failures';
import { sayFailure } from '../../../../loading/say-failure';

interface Asked {
  readonly id: string;
  readonly name: string;
  readonly branch: string;
  /** Why it is with the teacher. */
  readonly why: string;
  /** What was said with it; empty where nobody said anything. */
  readonly reason: string;
}

interface Data {
  visible: boolean;
  asked: Asked | null;
  typed: string;
  sending: boolean;
  error: string;
  closing: boolean;
  closeError: string;
  closeReasons: readonly string[];
}

const initial: Data = {
  visible: false,
  asked: null,
  typed: '',
  sending: false,
  error: '',
  closing: false,
  closeError: '',
  closeReasons: ['不是我们学院的人', '本人已经登录上了', '同一个人求助了两次'],
};

/** Entry of one escalated reset code. `open(asked)` from outside; events `sent` and `closed` with `{ id, name }`. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: initial,
  methods: {
    open(asked: Asked) {
      this.setData({ visible: true, asked, typed: '', error: '' });
    },
    onChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ typed: event.detail.value, error: '' });
    },
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible && !this.data.sending) this.setData({ visible: false, typed: '' });
    },
    onCloseTap() {
      if (!this.data.sending) this.setData({ closing: true, closeError: '' });
    },
    onCloseClose() {
      this.setData({ closing: false });
    },
    async onCloseConfirm(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { asked, sending } = this.data;
      if (!asked || sending) return;
      this.setData({ sending: true, closeError: '' });
      const { reason } = event.detail;
      const reply = await call('teacher', 'closeResetRequest', { requestId: asked.id, reason });
      this.setData({ sending: false });
      if (!reply.ok) return this.setData({ closeError: sayFailure(reply.error) });
      this.setData({ closing: false, visible: false, typed: '' });
      this.triggerEvent('closed', { id: asked.id, name: asked.name });
    },
    async onPaste() {
      const pasted = await readClipboard();
      const code = readCode(pasted ?? '');
      if (code) this.setData({ typed: code, error: '' });
      else toast(pasted ? '剪贴板里没有验证码，请直接填写' : '请长按输入框粘贴，或直接填写');
    },
    async onSend(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      const { asked, sending } = this.data;
      if (!asked || sending) return;
      this.setData({ sending: true, error: '' });
      const reply = await call('teacher', 'issueResetCode', { requestId: asked.id, code: event.detail.code });
      this.setData({ sending: false });
      if (!reply.ok) {
        const isLate = reply.error.code === 'RESET_ILLEGAL_STEP';
        return this.setData({ error: isLate ? lateCodeWords(asked.name) : sayFailure(reply.error) });
      }
      this.setData({ visible: false, typed: '' });
      this.triggerEvent('sent', { id: asked.id, name: asked.name });
    },
  },
});
