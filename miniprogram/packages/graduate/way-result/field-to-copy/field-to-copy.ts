/** A value to copy. While it is unknown it says from whom to get it. Event: `copy` with `{ value }`. */
Component({
  properties: {
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    unknown: { type: String, value: '' },
    last: { type: Boolean, value: false },
  },
  methods: {
    onCopyTap() {
      if (this.data.value) this.triggerEvent('copy', { value: this.data.value });
    },
  },
});
