/** Rows are picked for a batch: one by one, a group at once, or what is open beside the list. */
import { toast } from '../../../../services/display';
import { own, type QueuePanel } from './panel';
import { mostOf, pickedKind, togglePick, togglePickAll } from './picking';

/** More pages than one kind fills in a season. */
const MOST_PAGES = 40;

/** Takes these for the batch, no more than fit into one. */
const pick = (panel: QueuePanel, ids: readonly string[]): void => {
  const most = mostOf(pickedKind(own(panel).queue?.items ?? [], ids));
  if (ids.length > most) toast(`一批最多 ${most} 条`);
  panel.setData({ picked: ids.slice(0, most) });
  panel.show();
};

/** Whatever the next pages hold of the kind that is shown. */
const loadRest = async (panel: QueuePanel): Promise<void> => {
  let left = MOST_PAGES;
  while (own(panel).queue?.next && left > 0) {
    await panel.loadMore();
    left -= 1;
  }
};

export const PICKING = {
  /** Ticks what is open beside the list, or takes the tick off it. */
  pickOpened(this: QueuePanel) {
    const { opened, view } = this.data;
    const row = view?.groups.flatMap(({ rows }) => rows).find(({ id }) => id === opened);
    if (row && (row.pick === 'on' || row.pick === 'off')) pick(this, togglePick(this.data.picked, opened));
  },

  onPickTap(this: QueuePanel, event: TapEvent<{ id: string; pick: string }>) {
    const { id, pick: state } = event.currentTarget.dataset;
    if (state === 'other') return toast('一批只办一类，先办完已选的');
    pick(this, togglePick(this.data.picked, id));
  },

  async onPickAllTap(this: QueuePanel, event: TapEvent<{ id: string }>) {
    const groupId = event.currentTarget.dataset.id;
    const groupNow = () => this.data.view?.groups.find(({ id }) => id === groupId);
    const group = groupNow();
    if (!group) return;
    if (group.all > group.pickable.length) await loadRest(this);
    pick(this, togglePickAll(this.data.picked, groupNow() ?? group));
  },
};
