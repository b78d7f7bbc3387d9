import { listOf, maybe } from '../properties';
/**
 * The one thing to do now. Events: `primary`, and `choice` with `{ id }`.
 * `busy` names the button whose work runs; all are locked meanwhile.
 */
Component({
  properties: {
    heading: { type: String, value: '现在要做的' },
    title: { type: String, value: '' },
    why: { type: String, value: '' },
    /** `{ id, text, icon? }` */
    primary: maybe<{ id: string }>(),
    /** At most two: `{ id, text }[]` */
    choices: listOf<{ id: string; text: string }>(),
    busy: { type: String, value: '' },
    disabled: { type: Boolean, value: false },
  },
  methods: {
    onPrimaryTap() {
      if (this.data.busy || this.data.disabled) return;
      this.triggerEvent('primary', { id: this.data.primary?.id ?? '' });
    },
    onChoiceTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      if (this.data.busy || this.data.disabled) return;
      this.triggerEvent('choice', { id: event.currentTarget.dataset.id });
    },
  },
});
