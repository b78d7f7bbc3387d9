import { listOf } from '../properties';
import { tooLong } from '../../domain/text/too-long';
import type { OfflineRow } from './rows';

/** Characters the number of a letter may have. */
const LONGEST_NUMBER = 40;

/**
 * What is done on paper, row by row. `rows`: as `offlineRows` makes them; `busy`: id of the step a tick of which is
 * under way. Event: `tick` with `{ stepId, part, isDone, number? }`.
 */
Component({
  properties: {
    rows: listOf<OfflineRow>(),
    busy: { type: String, value: '' },
  },
  data: { asking: '', number: '', missing: false, long: '' },
  observers: {
    // What was asked for is given: the row is another one now.
    rows() {
      this.setData({ asking: '', number: '', missing: false, long: '' });
    },
  },
  methods: {
    rowOf(event: TapEvent<{ id: string }>): OfflineRow | undefined {
      const { id } = event.currentTarget.dataset;
      return this.data.rows.find(({ stepId }) => stepId === id);
    },
    onDoneTap(event: TapEvent<{ id: string }>) {
      const row = this.rowOf(event);
      if (!row || this.data.busy) return;
      if (row.asksNumber && this.data.asking !== row.stepId)
        return this.setData({ asking: row.stepId, number: '', missing: false, long: '' });
      const number = this.data.number.trim();
      if (row.asksNumber && !number) return this.setData({ missing: true });
      const long = tooLong(number, LONGEST_NUMBER);
      if (row.asksNumber && long) return this.setData({ long });
      this.triggerEvent('tick', { ...row.tap, ...(row.asksNumber ? { number } : {}) });
    },
    onUndoTap(event: TapEvent<{ id: string }>) {
      const undo = this.rowOf(event)?.undo;
      if (undo && !this.data.busy) this.triggerEvent('tick', undo);
    },
    onNumberInput(event: WechatMiniprogram.Input) {
      this.setData({ number: event.detail.value, missing: false, long: '' });
    },
  },
});
