/**
 * One person of the branch: `row` is a `MemberRow` of the branch view.
 * Events: `open` and `act`, both with `{ id, action }`.
 */
Component({
  properties: {
    row: { type: Object, value: {} as WechatMiniprogram.IAnyObject },
    last: { type: Boolean, value: false },
    /** The button works. */
    busy: { type: Boolean, value: false },
  },
  methods: {
    onOpenTap() {
      const { id, action } = this.data.row;
      this.triggerEvent('open', { id: id as string, action: action as string });
    },
    onActTap() {
      const { id, action } = this.data.row;
      this.triggerEvent('act', { id: id as string, action: action as string });
    },
  },
});
