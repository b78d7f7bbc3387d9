import { ownState } from '../../memory/own-state';
import { stillSaid } from '../../memory/said';

const own = ownState(() => ({ forget: (): void => undefined }));

/**
 * A short message under the navigation bar, in every page once; `services/display` finds it by its id. Nothing to tap
 * stands there, and a finger goes through it.
 */
Component({
  data: { words: '' },
  lifetimes: {
    detached() {
      own(this).forget();
    },
  },
  pageLifetimes: {
    show() {
      this.say();
    },
  },
  methods: {
    /** Shows what was said last for as long as it is still to be read. */
    say() {
      const said = stillSaid();
      own(this).forget();
      if (said?.words !== this.data.words) this.setData({ words: said?.words ?? '' });
      if (said === null) return;
      const timer = setTimeout(() => this.setData({ words: '' }), said.ms);
      own(this).forget = () => clearTimeout(timer);
    },
  },
});
