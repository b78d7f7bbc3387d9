import { readCode } from './read-code';

/**
 * Entry of one 重置密码验证码, typed or pasted. Events: `change` with `{ value }`, `send` with `{ code }`, and `paste`,
 * which the page answers by setting `value`.
 */
Component({
  properties: {
    /** Whom the code is for. */
    name: { type: String, value: '' },
    busy: { type: Boolean, value: false },
    error: { type: String, value: '' },
    /** What was typed so far; the page keeps it when the card closes. */
    value: { type: String, value: '' },
  },
  /** `shown` follows only changes from outside: an input that is set while somebody types loses letters. */
  data: { hint: '', focused: false, shown: '', typed: '' },
  observers: {
    value(value: string) {
      if (value !== this.data.typed) this.setData({ shown: value, typed: value });
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      this.setData({ typed: event.detail.value, hint: '' });
      this.triggerEvent('change', { value: event.detail.value });
    },
    onFocus() {
      this.setData({ focused: true });
    },
    onBlur() {
      this.setData({ focused: false });
    },
    onPasteTap() {
      this.setData({ hint: '' });
      this.triggerEvent('paste');
    },
    onSendTap() {
      if (this.data.busy) return;
      const code = readCode(this.data.typed);
      if (code) this.triggerEvent('send', { code });
      else this.setData({ hint: '验证码是 4 到 12 位的数字或字母' });
    },
  },
});
