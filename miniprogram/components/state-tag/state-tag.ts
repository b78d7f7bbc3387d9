import type { ShownState } from '../../domain/transfer/shown-state';
import { STATE_WORDS } from '../../domain/words/states';
import { STATE_THEMES } from './themes';

const isState = (state: string): state is ShownState => state in STATE_WORDS;
const tagOf = (state: ShownState) => ({ own: STATE_WORDS[state], theme: STATE_THEMES[state] });

/** The status word of a transfer, with the actor in it; `text` where the reader is told it in other words. */
Component({
  properties: { state: { type: String, value: 'none' }, text: { type: String, value: '' } },
  data: tagOf('none'),
  observers: {
    state(state: string) {
      this.setData(tagOf(isState(state) ? state : 'none'));
    },
  },
});
