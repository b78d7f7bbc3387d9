import { maybe } from '../../../../components/properties';
/**
 * One person of the branch: `row` is a `MemberRow` of the branch view.
 * Events: `open` and `act`, both with `{ id, action }`.
 */
Component({
  properties: {
    row: maybe<{ id: string; action: string }>(),
    last: { type: Boolean, value: false },
    /** Open beside the list. */
    opened: { type: Boolean, value: false },
    /** The button works. */
    busy: { type: Boolean, value: false },
  },
  methods: {
    onOpenTap() {
      this.tell('open');
    },
    onActTap() {
      this.tell('act');
    },
    tell(event: 'open' | 'act') {
      const { row } = this.data;
      if (row) this.triggerEvent(event, { id: row.id, action: row.action });
    },
  },
});
