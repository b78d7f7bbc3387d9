import { listOf } from '../properties';
import { cleanText } from '../../domain/text/clean-text';
import { tooLong } from '../../domain/text/too-long';
/** The last entry of every sheet: the person writes the reason. */
const OWN = '自己写';

/**
 * A sheet that asks for a reason: ready ones, or own words. Nothing is chosen beforehand.
 * Events: `confirm` with `{ reason }`, `close`.
 */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    presets: listOf<string>(),
    /** The reason chosen before the sheet opened. */
    chosen: { type: String, value: '' },
    confirmText: { type: String, value: '' },
    maxLength: { type: Number, value: 60 },
    busy: { type: Boolean, value: false },
    error: { type: String, value: '' },
  },
  data: { picked: '', own: '', ownPicked: false, missing: false, long: '', ownLabel: OWN },
  observers: {
    visible(visible: boolean) {
      if (!visible) return;
      const { chosen, presets } = this.data;
      const ready = presets.some((preset: unknown) => preset === chosen);
      this.setData({
        picked: ready ? chosen : '',
        own: ready || chosen === OWN ? '' : chosen,
        ownPicked: chosen !== '' && !ready,
        missing: false,
        long: '',
      });
    },
  },
  methods: {
    onPresetTap(event: WechatMiniprogram.TouchEvent) {
      this.setData({
        picked: String(event.currentTarget.dataset.reason),
        ownPicked: false,
        missing: false,
        long: '',
      });
    },
    onOwnTap() {
      this.setData({ picked: '', ownPicked: true, missing: false, long: '' });
    },
    onInput(event: WechatMiniprogram.TextareaInput) {
      this.setData({ own: event.detail.value, missing: false, long: '' });
    },
    onConfirmTap() {
      if (this.data.busy) return;
      const reason = cleanText(this.data.ownPicked ? this.data.own : this.data.picked);
      const long = tooLong(reason, this.data.maxLength);
      if (long) this.setData({ long });
      else if (reason) this.triggerEvent('confirm', { reason });
      else this.setData({ missing: true });
    },
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.onCloseTap();
    },
    onCloseTap() {
      if (!this.data.busy) this.triggerEvent('close');
    },
  },
});
