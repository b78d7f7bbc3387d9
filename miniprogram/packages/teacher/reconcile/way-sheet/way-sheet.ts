import { dropTurns, load } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../asking/call';
import type { WayRow } from '../../../../domain/words/way-rows';
import { OLD_RULES, titleFor, waysOut, type Gone } from './view';

interface Data {
  visible: boolean;
  title: string;
  text: string;
  error: string;
  ways: readonly WayRow[];
}

const FRESH: Data = { visible: false, title: '', text: '', error: '', ways: [] };

/**
 * Asks which way people took who are gone by the list and have begun nothing here: `open` with who they are.
 * Event: `choose` with `{ way }`.
 */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: FRESH,
  lifetimes: {
    detached() {
      dropTurns(this);
    },
  },
  methods: {
    open(gone: Gone) {
      const text = '这里还没有选去向，写不下“已转到”。选一个最接近的，本人来了还能改。';
      this.setData({ ...FRESH, visible: true, title: titleFor(gone), text });
      void load(this, {
        // The rules of the college stand with any of its people.
        ask: call('teacher', 'person', { memberId: gone.memberId }),
        show: ({ rulebookId }) => {
          const rulebook = rulebookOf(rulebookId);
          this.setData(rulebook ? { ways: waysOut(rulebook) } : { error: OLD_RULES });
        },
        fail: (failure) => {
          this.setData({ error: sayFailure(failure) });
        },
      });
    },

    onWayTap(event: TapEvent<{ key: string }>) {
      const way = this.data.ways.find(({ key }) => key === event.currentTarget.dataset.key);
      if (!way) return;
      this.setData({ visible: false });
      this.triggerEvent('choose', { way: { wayId: way.wayId, routeId: way.routeId } });
    },

    onCloseTap() {
      this.setData({ visible: false });
    },

    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.onCloseTap();
    },
  },
});
