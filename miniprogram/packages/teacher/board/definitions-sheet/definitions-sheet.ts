import { DEFINITIONS } from './definitions';

/** What each figure counts; `open()` from outside. The same on the boards of a college and of the committee. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: { visible: false, definitions: DEFINITIONS },
  methods: {
    open() {
      this.setData({ visible: true });
    },

    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.setData({ visible: false });
    },
  },
});
