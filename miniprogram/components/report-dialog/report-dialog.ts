import { maybe } from '../properties';
import { none } from '../../memory/empty';
interface Question {
  outcome: string;
  title: string;
  text: string;
  confirm: string;
  presets: string[];
}

/**
 * Asks once more before a report is sent; a refusal also asks for the reason.
 * `question`: `{ outcome, title, text, confirm, presets }` or null.
 * Events: `confirm` with `{ outcome, reason }` (reason is empty for an arrival), `close`.
 */
Component({
  properties: {
    question: maybe<Question>(),
    busy: { type: Boolean, value: false },
    error: { type: String, value: '' },
  },
  data: { title: '', text: '', confirm: '', presets: none<string>(), asking: false, asksReason: false },
  observers: {
    question(question: Question | null) {
      if (!question) return this.setData({ asking: false, asksReason: false });
      const { title, text, confirm, presets } = question;
      // Words stay while the dialog closes, so that it does not close empty.
      this.setData({
        title,
        text,
        confirm,
        presets,
        asking: presets.length === 0,
        asksReason: presets.length > 0,
      });
    },
  },
  methods: {
    onYesTap() {
      const { question, busy } = this.data;
      if (question && !busy) this.triggerEvent('confirm', { outcome: question.outcome, reason: '' });
    },
    onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { question, busy } = this.data;
      const { reason } = event.detail;
      if (question && !busy) this.triggerEvent('confirm', { outcome: question.outcome, reason });
    },
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
  },
});
