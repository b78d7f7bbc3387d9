import { call } from '../../../../asking/call';
import { cleanLine, cleanText } from '../../../../domain/text/clean-text';
import { toast } from '../../../../services/display';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { SHEET_CLOSING } from '../../../../loading/sheet';

/** Where and when the 《团员证》 is stamped, as graduates read it; a row that opens its own sheet. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: { visible: false, ready: false, place: '', hours: '', busy: '', error: '', missing: '' },
  methods: {
    ...SHEET_CLOSING,
    async onOpenTap() {
      await once(this, 'load', async () => {
        this.setData({ visible: true, error: '', missing: '' });
        const reply = await call('teacher', 'cardOffice', {});
        if (!reply.ok) return this.setData({ error: this.say(reply.error) });
        const { office } = reply.data;
        this.setData({ ready: true, place: office?.place ?? '', hours: office?.hours ?? '' });
      });
    },
    say(error: Parameters<typeof sayFailure>[0]): string {
      return error.code === 'COLLEGE_UNKNOWN' ? '这里由各学院自己填，校团委不用填' : sayFailure(error);
    },
    onInput(event: WechatMiniprogram.Input<object, { field: 'place' | 'hours' }>) {
      this.setData({ [event.currentTarget.dataset.field]: event.detail.value, error: '', missing: '' });
    },
    async onSaveTap() {
      const place = cleanLine(this.data.place);
      const hours = cleanText(this.data.hours);
      if (!place && hours) return this.setData({ missing: '请写在哪里办' });
      await once(this, 'save', async () => {
        this.setData({ error: '' });
        const office = place ? { place, hours: hours || null } : null;
        const reply = await call('teacher', 'saveCardOffice', { office });
        if (!reply.ok) return this.setData({ error: this.say(reply.error) });
        this.setData({ visible: false });
        toast(office ? '保存好了，同学马上能看到' : '已经清空');
      });
    },
  },
});
