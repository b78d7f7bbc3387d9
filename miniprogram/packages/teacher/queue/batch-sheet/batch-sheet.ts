import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../asking/call';
import { load, once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { sayFailure } from '../../../../loading/say-failure';
import { toPreviewView, toResultView, type BatchDecision, type BatchPreview, type BatchView } from './view';

interface Batch {
  readonly ids: readonly string[];
  readonly decision: BatchDecision;
  readonly rulebookId: string;
}

/** What an instance remembers besides what it shows. */
interface Own {
  batch: Batch | null;
  preview: BatchPreview | null;
}

const own = ownState<Own>(() => ({
  batch: null,
  preview: null,
}));

interface Data {
  visible: boolean;
  view: BatchView | null;
  error: string;
  busy: string;
  finished: boolean;
}

const initial: Data = {
  visible: false,
  view: null,
  error: '',
  busy: '',
  finished: false,
};

/**
 * Previews a batch, decides it and says what it came to. `open(batch)` from outside.
 * Events: `done` after anything was decided, `look` with `{ id }` for one to be looked at by itself.
 */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: initial,
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

    /** All of the batch, beginning with the one tapped: one swipe leads to the next. */
    onPictureTap(event: TapEvent<{ url: string }>) {
      const urls = (this.data.view?.included ?? []).flatMap(({ picture }) => picture || []);
      void wx.previewImage({ current: event.currentTarget.dataset.url, urls });
    },

    onRowTap(event: TapEvent<{ id: string }>) {
      if (this.data.busy) return;
      this.setData({ visible: false });
      this.triggerEvent('look', { id: event.currentTarget.dataset.id });
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
