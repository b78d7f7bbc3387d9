import { rulebookOf } from '../../../rulebooks';
import { call } from '../../../services/call';
import { load, once } from '../../../services/loading';
import { ownState } from '../../../services/own-state';
import { sayFailure } from '../../../services/wording';
import { toPreviewView, toResultView, type BatchDecision, type BatchPreview, type BatchView } from './view';

interface Batch {
  readonly ids: readonly string[];
  readonly decision: BatchDecision;
  readonly rulebookId: string;
}

const own = ownState(() => ({
  batch: null as Batch | null,
  preview: null as BatchPreview | null,
}));

/**
 * Previews a batch, decides it and says what it came to. `open(batch)` from outside.
 * Events: `done` after anything was decided, `look` with `{ id }` for one to be looked at by itself.
 */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: { visible: false, view: null as BatchView | null, error: '', busy: '', finished: false },
  methods: {
    open(batch: Batch) {
      Object.assign(own(this), { batch, preview: null });
      this.setData({ visible: true, view: null, error: '', finished: false });
      void this.preview();
    },

    async preview() {
      const { batch } = own(this);
      if (!batch) return;
      this.setData({ error: '' });
      await load(this, {
        ask: call('teacher', 'batchPreview', { decision: batch.decision, transferIds: [...batch.ids] }),
        show: (preview) => this.show(batch, preview),
        fail: (failure) => this.setData({ error: sayFailure(failure) }),
      });
    },

    show({ decision, rulebookId }: Batch, preview: BatchPreview) {
      const rulebook = rulebookOf(rulebookId);
      if (!rulebook) return this.setData({ error: '这一季的规则在这个版本里没有，请关掉小程序后重新打开' });
      own(this).preview = preview;
      this.setData({ view: toPreviewView(preview, decision, rulebook) });
    },

    async onConfirmTap() {
      const { batch, preview } = own(this);
      if (!batch || !preview) return;
      await once(this, 'confirm', async () => {
        this.setData({ error: '' });
        const items = preview.included.map(({ transferId, version }) => ({ transferId, version }));
        const reply = await call('teacher', 'batchDecide', { decision: batch.decision, items });
        // Decided twice is decided once: each carries its version, so trying again is safe.
        if (!reply.ok) return this.setData({ error: sayFailure(reply.error) });
        this.setData({ finished: true, view: toResultView(reply.data, preview, batch.decision) });
        this.triggerEvent('done');
      });
    },

    onRowTap(event: WechatMiniprogram.TouchEvent) {
      if (this.data.busy) return;
      this.setData({ visible: false });
      this.triggerEvent('look', { id: event.currentTarget.dataset.id as string });
    },

    onRetryTap() {
      if (own(this).preview) void this.onConfirmTap();
      else void this.preview();
    },

    onCloseTap() {
      if (!this.data.busy) this.setData({ visible: false });
    },

    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.onCloseTap();
    },
  },
});
