import { listOf } from '../properties';
interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

/** At most four choices, a whole row each; nothing is chosen beforehand. Event: `choose` with `{ id }`. */
Component({
  properties: {
    options: listOf<Option>(),
    chosen: { type: String, value: '' },
    label: { type: String, value: '' },
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      if (id !== this.data.chosen) this.triggerEvent('choose', { id });
    },
  },
});
