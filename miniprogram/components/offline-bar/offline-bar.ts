/** No network: reading goes on with older content, and `text` says how old. Event: `retry`. */
Component({
  properties: { text: { type: String, value: '' } },
  methods: {
    onRetryTap() {
      this.triggerEvent('retry');
    },
  },
});
