/** No network: reading goes on with what was loaded at `time`. Event: `retry`. */
Component({
  properties: { time: { type: String, value: '' }, text: { type: String, value: '' } },
  methods: {
    onNoticeTap(event: WechatMiniprogram.CustomEvent<{ trigger: string }>) {
      if (event.detail.trigger === 'operation') this.triggerEvent('retry');
    },
  },
});
