import { listOf } from '../properties';
import type { FieldRow } from './rows';

/** A submission row by row. Events: `edit` with `{ id }`. */
Component({
  properties: {
    rows: listOf<FieldRow>(),
    /** Offers 修改 on every row but 接转原因, which follows from the way. */
    editable: { type: Boolean, value: false },
    /** The last row has a line under it, because something of the page follows in the same card. */
    open: { type: Boolean, value: false },
  },
  methods: {
    onEditTap(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('edit', { id: event.currentTarget.dataset.id });
    },
  },
});
