/** What is seen while the page behind a door is fetched, or when it could not be. Event: `retry`. */
Component({
  properties: { failed: { type: Boolean, value: false } },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
