/** How edited rules are tried, published, and changed back to an earlier version. */
import type { Overlay } from '../../../domain/rules/overlay/edition';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { call } from '../../../asking/call';
import { toast } from '../../../services/display';
import { openPage } from '../../../services/navigate';
import { holdingUnder, overlayFrom, triedId, type RulesReply } from './opened';
import { own, type RulesPage } from './page';
import { toVersionRows } from './versions';
import { effectLines } from './view';

type Stored = Pick<RulesReply, 'version' | 'published' | 'draft'>;

const take = (page: RulesPage, { version, published }: Stored): void => {
  const mine = own(page);
  if (!mine.opened) return;
  const overlay = overlayFrom(published.edits);
  const { number, at: publishedAt } = published;
  const holding = holdingUnder(mine.opened.ground, overlay);
  mine.opened = { ...mine.opened, published: overlay, number, publishedAt, holding };
  Object.assign(mine, { version, overlay, typed: {} });
  page.setData({ unsaved: false, failed: '' });
  page.render();
};

const publish = async (page: RulesPage, overlay: Overlay, revertOf?: number): Promise<void> => {
  const { version } = own(page);
  const edits = overlay.map(({ path, value }) => ({ path, value }));
  const asked = { version, edits, ...(revertOf === undefined ? {} : { revertOf }) };
  const reply = await call('teacher', 'publishRules', asked);
  if (!reply.ok) return page.setData({ failed: sayFailure(reply.error) });
  take(page, reply.data);
  page.setData({ publishing: false, versions: null, about: '' });
  toast(`第 ${reply.data.published.number} 版发布了，一分钟内人人看到`);
};

export const PUBLISHING = {
  onWalkTap(this: RulesPage) {
    const { opened, overlay } = own(this);
    if (opened) openPage('wayPicker', { rules: triedId(opened, overlay), from: 'draft' });
  },

  onPublishTap(this: RulesPage) {
    const { overlay } = own(this);
    void once(this, 'preview', async () => {
      const edits = overlay.map(({ path, value }) => ({ path, value }));
      const reply = await call('teacher', 'previewRules', { edits });
      if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
      this.setData({ publishing: true, effects: effectLines(reply.data.effects), failed: '' });
    });
  },

  onPublishClose(this: RulesPage) {
    if (!this.data.busy) this.setData({ publishing: false });
  },

  onPublishVisibleChange(this: RulesPage, event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible && !this.data.busy) this.setData({ publishing: false });
  },

  onPublishConfirm(this: RulesPage) {
    void once(this, 'publish', () => publish(this, own(this).overlay));
  },

  onDropTap(this: RulesPage) {
    const mine = own(this);
    if (!mine.opened) return;
    mine.overlay = mine.opened.published;
    this.setData({ about: '' });
    this.render();
    void this.store();
  },

  onVersionsTap(this: RulesPage) {
    void once(this, 'versions', async () => {
      const reply = await call('teacher', 'ruleVersions', {});
      if (!reply.ok) return toast(sayFailure(reply.error));
      const mine = own(this);
      if (!mine.opened) return;
      mine.versions = reply.data.versions.map(({ number, edits }) => ({
        number,
        overlay: overlayFrom(edits),
      }));
      this.setData({ versions: toVersionRows(mine.opened, reply.data.versions) });
    });
  },

  onVersionsVisibleChange(this: RulesPage, event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible && !this.data.busy) this.setData({ versions: null });
  },

  onRevertTap(this: RulesPage, event: WechatMiniprogram.TouchEvent) {
    const number = Number(event.currentTarget.dataset.number);
    const earlier = own(this).versions.find((one) => one.number === number);
    // Number 0 is the rulebook as it is shipped.
    const overlay = number === 0 ? [] : earlier?.overlay;
    if (overlay) void once(this, `revert-${number}`, () => publish(this, overlay, number || undefined));
  },
};
