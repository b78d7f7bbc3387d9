/** What is picked is decided together. */
import { pagePath } from '../../../../domain/reminding/pages';
import { openSheet } from '../../../../loading/parts';
import { rulebookOf } from '../../../../rulebooks/index';
import { askForReminders } from '../../../../asking/subscribe';
import { returnReasons } from '../../decision/reasons';
import type { Outcome, Waiting } from '../timeout-sheet/view';
import { own, type QueuePanel } from './panel';
import type { Item } from './queue';
import { sharedNames } from './view';

/** As a row of the sheet names somebody: with the number where two share a name. */
const waitingOf = (items: readonly Item[], picked: readonly string[]): Waiting[] => {
  const shared = sharedNames(items);
  const nameOf = ({ memberName, studentNumber }: Item): string =>
    shared.has(memberName) ? `${memberName} ${studentNumber ?? ''}`.trim() : memberName;
  return items.flatMap((item) =>
    typeof item.version === 'number' && picked.includes(item.id)
      ? {
          transferId: item.id,
          version: item.version,
          name: nameOf(item),
          branch: item.branchName.replace(/团支部$/, ''),
        }
      : [],
  );
};

/** What the system shows of everybody picked whose clock has run out. */
const sayOfAll = (panel: QueuePanel, outcome: Outcome): void => {
  const waiting = waitingOf(own(panel).queue?.items ?? [], panel.data.picked);
  openSheet(panel, '#timeout', { outcome, waiting });
};

export const BATCH = {
  async onBatchTap(this: QueuePanel) {
    const decision = this.data.view?.picked?.decision;
    const { queue } = own(this);
    if (!queue || !decision) return;
    if (decision === 'accepted') return sayOfAll(this, 'accepted');
    const batch = { ids: [...this.data.picked], decision, rulebookId: queue.rulebookId };
    if (this.data.fewCredits) await askForReminders(['task']);
    openSheet(this, '#batch', batch);
  },

  onBatchDone(this: QueuePanel) {
    this.setData({ picked: [] });
    void this.load();
  },

  onBatchLook(this: QueuePanel, event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    if (this.data.wide) return void this.triggerEvent('open', { id: event.detail.id });
    void wx.navigateTo({ url: `/${pagePath('teacherDecision', { transferId: event.detail.id })}` });
  },

  onReturnTap(this: QueuePanel) {
    if (this.data.view?.picked?.decision === 'accepted') return sayOfAll(this, 'returned');
    const { queue } = own(this);
    const rulebook = queue && rulebookOf(queue.rulebookId);
    if (!rulebook) return;
    const transfers = queue.items.flatMap(({ id, version }) =>
      typeof version === 'number' && this.data.picked.includes(id) ? [{ transferId: id, version }] : [],
    );
    openSheet(this, '#return', { transfers, reasons: returnReasons(rulebook) });
  },
};
