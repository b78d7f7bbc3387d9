import { listOf } from '../../../../components/properties';
/**
 * Screenshots with their progress. `shots`: `{ key, src, status, percent, title, bytes }[]`.
 * Events: `add`; `preview`, `replace`, `retry`, `remove` with `{ key }`.
 */
Component({
  properties: {
    shots: listOf<unknown>(),
    canAdd: { type: Boolean, value: true },
    most: { type: Number, value: 3 },
  },
  methods: {
    onAddTap() {
      this.triggerEvent('add');
    },
    /** `data-act` of the tapped part is the name of the event. */
    onShotTap(event: WechatMiniprogram.TouchEvent) {
      const { act, key } = event.currentTarget.dataset;
      this.triggerEvent(String(act), { key });
    },
  },
});
