/**
 * Asks once more before a report is sent; a refusal also asks for the reason.
 * `question`: `{ outcome, title, text, confirm, presets }` or null.
 * Events: `confirm` with `{ outcome, reason }` (reason is empty for an arrival), `close`.
 */
Component({
  properties: {
    question: { type: Object, value: null as unknown as WechatMiniprogram.IAnyObject },
    busy: { type: Boolean, value: false },
    error: { type: String, value: '' },
  },
  methods: {
    send(reason: string) {
      const { question, busy } = this.data;
      if (question && !busy) this.triggerEvent('confirm', { outcome: question.outcome as string, reason });
    },
    onYesTap() {
      this.send('');
    },
    onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.send(event.detail.reason);
    },
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
  },
});
