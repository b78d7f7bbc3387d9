import { maybe } from '../properties';
/**
 * The blue band of the home page: who, state, the number that matters, the day strip.
 * Without a number it says `headline` instead.
 */
Component({
  properties: {
    who: { type: String, value: '' },
    tag: { type: String, value: '' },
    lead: { type: String, value: '' },
    number: { type: String, value: '' },
    unit: { type: String, value: '' },
    /** `brand`, `soon` or `stop`. */
    tone: { type: String, value: 'brand' },
    headline: { type: String, value: '' },
    note: { type: String, value: '' },
    /** `{ total, left, from, to }`, or null when no receiver clock runs. */
    strip: maybe<object>(),
  },
});
