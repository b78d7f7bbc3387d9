/** Something failed: what, what is safe, try again, whom to ask. Events: `retry`, `other`. */
Component({
  properties: {
    title: { type: String, value: '没打开成功' },
    text: { type: String, value: '' },
    action: { type: String, value: '再试一次' },
    other: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },
  methods: {
    onRetryTap() {
      if (!this.data.busy) this.triggerEvent('retry');
    },
    onOtherTap() {
      this.triggerEvent('other');
    },
  },
});
