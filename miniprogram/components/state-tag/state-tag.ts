import type { ShownState } from '../../domain/transfer/shown-state';
import { STATE_WORDS } from '../../domain/words/states';
import { STATE_THEMES } from './themes';

const isState = (state: string): state is ShownState => state in STATE_WORDS;
const tagOf = (state: ShownState) => ({ text: STATE_WORDS[state], theme: STATE_THEMES[state] });

/** The status word of a transfer, with the actor in it. */
Component({
  properties: { state: { type: String, value: 'none' } },
  data: tagOf('none'),
  observers: {
    state(state: string) {
      this.setData(tagOf(isState(state) ? state : 'none'));
    },
  },
});
