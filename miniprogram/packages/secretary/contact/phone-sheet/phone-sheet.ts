import { PHONE_PATTERN } from '../../../../domain/rules/fields/kinds';
import { plainLine } from '../../../../domain/text/clean-text';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { SHEET_CLOSING } from '../../../../loading/sheet';
import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';

/**
 * The number the secretary gives to classmates; a row that opens its own sheet. `phone`: as it is stored, empty for none.
 * Event: `shared` with `{ phone }` once it is stored.
 */
Component({
  properties: { large: { type: Boolean, value: false }, phone: { type: String, value: '' } },
  data: { visible: false, typed: '', busy: '', wrong: '', error: '' },
  methods: {
    ...SHEET_CLOSING,
    onOpenTap() {
      this.setData({ visible: true, typed: this.data.phone, wrong: '', error: '' });
    },
    onInput(event: WechatMiniprogram.Input) {
      this.setData({ typed: event.detail.value, wrong: '', error: '' });
    },
    onSaveTap() {
      const phone = plainLine(this.data.typed);
      if (!PHONE_PATTERN.test(phone)) return this.setData({ wrong: '写手机或座机号码，只用数字' });
      void this.share(phone);
    },
    onTakeBackTap() {
      void this.share(null);
    },
    share(phone: string | null) {
      return once(this, phone === null ? 'take-back' : 'save', async () => {
        const reply = await call('secretary', 'sharePhone', { phone });
        if (!reply.ok) return this.setData({ error: sayFailure(reply.error) });
        this.setData({ visible: false });
        this.triggerEvent('shared', { phone: reply.data.phone });
        toast(phone === null ? '收回了，同学看不到了' : '本支部的同学能看到了');
      });
    },
  },
});
