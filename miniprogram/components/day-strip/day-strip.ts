import { none } from '../../memory/empty';
/** Above this a tick is too thin to count; one bar tells it better. */
const MOST_TICKS = 20;

/** One tick for each day of the receiver clock: gone days pale, remaining days full. */
Component({
  properties: {
    total: { type: Number, value: 0 },
    left: { type: Number, value: 0 },
    /** `hero` stands on the blue band; `soon` from three days on. */
    tone: { type: String, value: 'brand' },
    from: { type: String, value: '' },
    to: { type: String, value: '' },
  },
  data: { ticks: none<{ day: number; gone: boolean }>(), percent: 0 },
  observers: {
    'total, left'(total: number, left: number) {
      const remaining = Math.max(0, Math.min(left, total));
      this.setData({
        ticks:
          total <= MOST_TICKS
            ? Array.from({ length: total }, (_, day) => ({ day, gone: day < total - remaining }))
            : [],
        percent: total > 0 ? Math.round(((total - remaining) / total) * 100) : 0,
      });
    },
  },
});
