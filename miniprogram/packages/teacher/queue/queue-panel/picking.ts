/** What of the queue is selected for a batch: one kind at a time, and only kinds that need no look at each. */
import type { Item, QueueKind } from './queue';

/** Whether a batch can take a row: `other` while another kind is selected, `none` for what needs a look at each. */
export type PickState = 'on' | 'off' | 'other' | 'none';

export interface PickedView {
  readonly count: number;
  readonly decision: 'approve' | 'record';
  readonly label: string;
}

/** Kinds a batch can decide, and how. */
const BATCH_DECISIONS = { approval: 'approve', registration: 'record' } as const;
type BatchKind = keyof typeof BATCH_DECISIONS;
const isBatchKind = (kind: QueueKind): kind is BatchKind => kind in BATCH_DECISIONS;

/** One batch is of one kind: that of what is selected already. */
export const pickedKind = (items: readonly Item[], picked: readonly string[]): BatchKind | undefined => {
  const kind = items.find(({ id }) => picked.includes(id))?.kind;
  return kind && isBatchKind(kind) ? kind : undefined;
};

export const pickOf = (
  { id, kind }: Item,
  picked: readonly string[],
  of: BatchKind | undefined,
): PickState => {
  if (!isBatchKind(kind)) return 'none';
  if (of && kind !== of) return 'other';
  return picked.includes(id) ? 'on' : 'off';
};

/** What “全选” of a group takes: the kind selected already, else the kind of its first row that a batch can take. */
export const pickableOf = (items: readonly Item[], of: BatchKind | undefined): string[] => {
  const kind = of ?? items.find((item) => isBatchKind(item.kind))?.kind;
  return items.filter((item) => item.kind === kind).map(({ id }) => id);
};

/** The contract's most in one batch (`BATCH_MAX`). */
export const BATCH_LIMIT = 50;

export const pickedView = (count: number, kind: BatchKind | undefined): PickedView | null => {
  if (!kind || count === 0) return null;
  const decision = BATCH_DECISIONS[kind];
  return { count, decision, label: `${decision === 'approve' ? '批准' : '登记'} ${count} 条` };
};

/** After a tap on one row. */
export const togglePick = (picked: readonly string[], id: string): string[] =>
  picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id];

/** After a tap on “全选” of a group: all of it, or none of it again. */
export const togglePickAll = (
  picked: readonly string[],
  { pickable, allPicked }: { readonly pickable: readonly string[]; readonly allPicked: boolean },
): string[] => {
  const others = picked.filter((id) => !pickable.includes(id));
  return allPicked ? others : [...others, ...pickable];
};
