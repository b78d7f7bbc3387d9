import { listOf } from '../../../../components/properties';
import type { Practice } from '../season-form/practice';

/** Settings of a rulebook, one open at a time. Event: `choose` with `{ setting, option }`. */
Component({
  properties: {
    practices: listOf<Practice>(),
  },
  data: {
    /** Id of the setting whose options are shown; empty for none. */
    open: '',
  },
  methods: {
    onQuestionTap(event: WechatMiniprogram.TouchEvent) {
      const id = String(event.currentTarget.dataset['id']);
      this.setData({ open: this.data.open === id ? '' : id });
    },
    onChoose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent('choose', { setting: this.data.open, option: event.detail.id });
    },
  },
});
