/** What of the queue is selected for a batch: one kind at a time, and only kinds that need no look at each. */
import { MOST_AT_ONCE } from '../decide-in-parts';
import type { Item, QueueKind } from './queue';

/** Whether a batch can take a row: `other` while another kind is selected, `none` for what needs a look at each. */
export type PickState = 'on' | 'off' | 'other' | 'none';

export interface PickedView {
  readonly count: number;
  readonly decision: 'approve' | 'record' | 'accepted';
  readonly label: string;
  /** The other way round, on the left. */
  readonly other: string;
}

interface Batch {
  readonly decision: PickedView['decision'];
  readonly verb: string;
  readonly other: string;
  /** The most that are looked at as one. */
  readonly most: number;
}

/** A preview of more than these nobody reads. */
const READABLE = MOST_AT_ONCE;
/** More than a college has of one deadline. */
const ALL = 2000;

/** Kinds a batch can decide, and how. */
const BATCHES = {
  approval: { decision: 'approve', verb: '批准', other: '退回', most: READABLE },
  registration: { decision: 'record', verb: '登记', other: '退回', most: READABLE },
  timeout: { decision: 'accepted', verb: '转到了', other: '退回来了', most: ALL },
} as const satisfies Partial<Record<QueueKind, Batch>>;
type BatchKind = keyof typeof BATCHES;
const isBatchKind = (kind: QueueKind): kind is BatchKind => kind in BATCHES;

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

/** How many of the kind of these rows go into one batch. */
export const mostOf = (kind: BatchKind | undefined): number => (kind ? BATCHES[kind].most : READABLE);

export const pickedView = (count: number, kind: BatchKind | undefined): PickedView | null => {
  if (!kind || count === 0) return null;
  const { decision, verb, other } = BATCHES[kind];
  return { count, decision, label: `${verb} ${count} 条`, other };
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
