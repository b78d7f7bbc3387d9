import { loadDesk } from '../../../../loading/desk-page';
import { call } from '../../../../asking/call';
import type { Saved } from '../../season/season-form/calls';
import { sourceOf, type FormSource, type SeasonReply } from '../../season/season-form/source';

interface Data {
  error: string;
  source: FormSource | null;
}

const initial: Data = { error: '', source: null };

/** The season's deadline and quiet hours among the rules. Event: `saved` with the new `{ deadlineAt, quietHours }`. */
Component({
  properties: {
    large: { type: Boolean, value: false },
    /** The college whose own they are; empty for the university's. */
    collegeId: { type: String, value: '' },
  },
  data: initial,
  lifetimes: {
    attached() {
      void this.load();
    },
  },
  methods: {
    load(): Promise<void> {
      return loadDesk(this, {
        ask: call('teacher', 'season', {}),
        isShown: this.data.source !== null,
        show: (reply) => this.take(reply),
      });
    },

    take(reply: SeasonReply) {
      this.setData({ error: '', source: sourceOf(reply, this.data.collegeId) });
    },

    onSave(event: WechatMiniprogram.CustomEvent<Saved>) {
      const { season, college } = event.detail;
      const { deadlineAt, quietHours } = college ?? season;
      this.triggerEvent('saved', { deadlineAt, quietHours });
      void this.load();
    },

    onReload() {
      void this.load();
    },

    onRetryTap() {
      this.setData({ error: '' });
      void this.load();
    },
  },
});
