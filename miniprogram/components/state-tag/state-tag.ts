import { STATE_WORDS, type ShownState } from './state-words';

/** The status word of a transfer, with the actor in it. */
Component({
  properties: { state: { type: String, value: 'none' } },
  data: { ...STATE_WORDS.none },
  observers: {
    state(state: string) {
      this.setData(STATE_WORDS[state as ShownState] ?? STATE_WORDS.none);
    },
  },
});
