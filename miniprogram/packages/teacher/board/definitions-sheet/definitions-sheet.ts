import { DEFINITIONS_TITLE, FIGURES } from '../../../../domain/words/figures';

/** What each figure counts; `open()` from outside. The same on the boards of a college and of the committee. */
Component({
  properties: {
    large: { type: Boolean, value: false },
    /** What the rules of the season have counted beside: `{ label, meaning }`. */
    measures: { type: Array, value: [] },
  },
  data: { visible: false, title: DEFINITIONS_TITLE, definitions: Object.values(FIGURES) },
  methods: {
    open() {
      this.setData({ visible: true });
    },

    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.setData({ visible: false });
    },
  },
});
