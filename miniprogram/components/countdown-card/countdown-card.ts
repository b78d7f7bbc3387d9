import { listOf, maybe } from '../properties';
/** The number that matters, inside a card: where the transfer stands, days left, until when, and then what. */
Component({
  properties: {
    step: { type: String, value: '' },
    state: { type: String, value: '' },
    /** What the state is called here; empty for its usual word. */
    tag: { type: String, value: '' },
    number: { type: String, value: '' },
    unit: { type: String, value: '' },
    headline: { type: String, value: '' },
    /** `brand`, `soon` or `stop` */
    tone: { type: String, value: 'brand' },
    lines: listOf<string>(),
    /** A sentence below them. */
    note: { type: String, value: '' },
    strip: maybe<object>(),
  },
});
