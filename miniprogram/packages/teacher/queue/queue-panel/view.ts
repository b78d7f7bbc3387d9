import { dayOf, HOUR_MS } from '../../../../domain/calendar/china-time';
import { daysLeft } from '../../../../domain/rules/deadline';
import { QUEUE_KINDS, type QueueKind } from '../../../../domain/people/queue-kinds';
import { wayOf, type Rulebook } from '../../../../domain/rules/rulebook/index';
import { escalationToTeacher } from '../../../../domain/words/escalations';
import { QUEUE_KIND_WORDS } from '../../../../domain/words/queue-kinds';
import { waitedSince } from '../../../../domain/words/elapsed';
import { pickableOf, pickedKind, pickedView, pickOf, type PickedView, type PickState } from './picking';
import type { Item, TeacherQueue } from './queue';

export type QueueFilter = QueueKind | 'all';

interface QueueRow {
  readonly id: string;
  readonly kind: QueueKind;
  /** Empty for a reset request. */
  readonly memberId: string;
  readonly name: string;
  /** Tells people of one name apart; empty where nobody else here has it. */
  readonly namesake: string;
  readonly branch: string;
  readonly line: string;
  /** Why a request for a code is here; empty for everything else. */
  readonly why: string;
  /** What was said with it, or why the receiver refused; empty where nobody said. */
  readonly reason: string;
  /** Only the person is opened: what there is to decide is the college's own. */
  readonly folded: boolean;
  /** A mark in red for what went wrong outside; everything else has none. */
  readonly alarm: boolean;
  /** Right side: a number of days, or a date or word. */
  readonly number: string;
  readonly word: string;
  readonly tone: '' | 'soon' | 'stop';
  readonly pick: PickState;
}

interface QueueGroup {
  readonly id: 'today' | 'soon' | 'later';
  readonly title: string;
  readonly count: number;
  readonly rows: readonly QueueRow[];
  /** What a tap on “全选” takes; empty where there is nothing to take together. */
  readonly pickable: readonly string[];
  /** How many that comes to, those of the next pages included. */
  readonly all: number;
  readonly allPicked: boolean;
}

interface Chip {
  readonly id: QueueFilter;
  readonly label: string;
  readonly on: boolean;
}

export interface QueueView {
  /** What the college works in, by its name. */
  readonly system: string;
  readonly collegeName: string;
  readonly total: number;
  /** Submissions that wait for approval. */
  readonly approvals: number;
  readonly chips: readonly Chip[];
  readonly groups: readonly QueueGroup[];
  readonly picked: PickedView | null;
}

/** The filter a notice asks for in its query. */
export const filterFrom = (kind: string | undefined): QueueFilter =>
  QUEUE_KINDS.find((id) => id === kind) ?? 'all';

const isLate = ({ since }: Item, rulebook: Rulebook, now: number): boolean =>
  now - since >= rulebook.escalateAfterHours * HOUR_MS;

const leftOf = ({ deadlineAt }: Item, now: number): number =>
  deadlineAt === null ? Infinity : daysLeft(deadlineAt, now);

const groupOf = (item: Item, rulebook: Rulebook, now: number): QueueGroup['id'] => {
  if (item.kind === 'refusal' || item.kind === 'timeout' || item.kind === 'code') return 'today';
  const left = leftOf(item, now);
  // Without a receiver's clock only the waiting itself makes an approval urgent.
  const waits = item.kind === 'approval' && left === Infinity && isLate(item, rulebook, now);
  if (left <= 1 || waits) return 'today';
  return left <= rulebook.soonDays ? 'soon' : 'later';
};

/** A transfer whose way is not told: the college handles it, and whoever looks at all colleges reads no more. */
const isFolded = ({ kind, wayId }: Item): boolean => wayId === null && kind !== 'code' && kind !== 'overAge';

const lineOf = (item: Item, rulebook: Rulebook, now: number): string => {
  if (isFolded(item)) return '由学院办理';
  const way = item.wayId ? wayOf(rulebook, item.wayId)?.label : undefined;
  switch (item.kind) {
    case 'refusal':
      return item.reason ? `对方退回：${item.reason}` : '对方退回，等本人改了再交';
    case 'timeout':
      return '到期了，核对转到了没有';
    case 'code':
      return `验证码，${waitedSince(item.since, now)}${item.reason ? `，说明：${item.reason}` : ''}`;
    case 'approval':
      return groupOf(item, rulebook, now) === 'today' && isLate(item, rulebook, now)
        ? `审批，${waitedSince(item.since, now)}`
        : `审批，${way ?? ''}`;
    case 'paper':
      return `线上办好了，还差：${item.paper || '线下手续'}`;
    case 'overAge':
      return '毕业时到了年龄上限，不用转接';
    case 'registration':
      return `登记，${way ?? ''}`;
  }
};

const rightOf = (item: Item, rulebook: Rulebook, now: number): Pick<QueueRow, 'number' | 'word' | 'tone'> => {
  const nothing = { number: '', word: '', tone: '' } as const;
  if (item.kind === 'code' || item.kind === 'refusal') return nothing;
  const left = leftOf(item, now);
  if (left === Infinity) return { ...nothing, word: dayOf(item.since) };
  if (left < 0) return { number: '', word: `${-left} 天前到期`, tone: 'stop' };
  if (left === 0) return { number: '', word: '今天截止', tone: 'soon' };
  return { number: String(left), word: '', tone: left <= rulebook.soonDays ? 'soon' : '' };
};

const toRow = (item: Item, rulebook: Rulebook, now: number): Omit<QueueRow, 'pick' | 'namesake'> => ({
  id: item.id,
  kind: item.kind,
  memberId: item.memberId ?? '',
  name: item.memberName,
  branch: item.branchName.replace(/团支部$/, ''),
  line: lineOf(item, rulebook, now),
  why: item.kind === 'code' ? escalationToTeacher(item.escalationCause) : '',
  reason: item.reason ?? '',
  folded: isFolded(item),
  alarm: item.kind === 'refusal' || item.kind === 'timeout',
  ...rightOf(item, rulebook, now),
});

const titleOf = (id: QueueGroup['id'], rulebook: Rulebook): string =>
  ({ today: '今天要办', soon: `${rulebook.soonDays} 天内`, later: '可以晚些' })[id];

/** What went wrong outside, or was passed on, comes before what merely waits. */
const rankOf = ({ kind }: Item): number => (kind === 'approval' || kind === 'registration' ? 1 : 0);

const byUrgency =
  (now: number) =>
  (a: Item, b: Item): number =>
    rankOf(a) - rankOf(b) ||
    // Two items without a deadline: Infinity − Infinity is NaN, and the older one leads.
    leftOf(a, now) - leftOf(b, now) ||
    a.since - b.since;

/** Names that more than one person here has; one person may wait for several things. */
export const sharedNames = (items: readonly Item[]): ReadonlySet<string> => {
  const people = new Map(items.map(({ memberId, id, memberName }) => [memberId ?? id, memberName]));
  const names = [...people.values()];
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
};

/** The queue in groups by urgency, filtered to one kind; chips count everything that waits. */
export const toQueueView = (
  queue: TeacherQueue,
  filter: QueueFilter,
  rulebook: Rulebook,
  now: number,
  picked: readonly string[] = [],
): QueueView => {
  const of = pickedKind(queue.items, picked);
  const shared = sharedNames(queue.items);
  const total = QUEUE_KINDS.reduce((sum, kind) => sum + (queue.counts[kind] ?? 0), 0);
  const shown = queue.items.filter(({ kind }) => filter === 'all' || kind === filter).sort(byUrgency(now));
  const groups = (['today', 'soon', 'later'] as const).map((id): QueueGroup => {
    const items = shown.filter((item) => groupOf(item, rulebook, now) === id);
    const rows = items.map((item) => ({
      ...toRow(item, rulebook, now),
      namesake: shared.has(item.memberName) ? (item.studentNumber ?? '') : '',
      pick: pickOf(item, picked, of),
    }));
    const pickable = pickableOf(items, of);
    // Time-outs are said all at once, however many pages there are of them.
    const isAll = filter === 'timeout' && pickable.length > 0;
    const all = isAll ? (queue.counts.timeout ?? 0) : pickable.length;
    const allPicked = pickable.length > 0 && pickable.every((each) => picked.includes(each));
    return { id, title: titleOf(id, rulebook), count: rows.length, rows, pickable, all, allPicked };
  });
  const kinds = QUEUE_KINDS.filter((kind) => (queue.counts[kind] ?? 0) > 0 || kind === filter);
  return {
    collegeName: queue.college.name,
    total,
    system: rulebook.system.name,
    approvals: queue.counts.approval ?? 0,
    chips: [
      { id: 'all', label: `全部 ${total}`, on: filter === 'all' },
      ...kinds.map((kind) => ({
        id: kind,
        label: `${QUEUE_KIND_WORDS[kind]} ${queue.counts[kind] ?? 0}`,
        on: kind === filter,
      })),
    ],
    groups: groups.filter(({ count }) => count > 0),
    picked: pickedView(picked.length, of),
  };
};

/** The transfers a teacher can decide, in the order shown: one leads to the next. */
export const decidable = ({ groups }: QueueView): string[] =>
  groups
    .flatMap(({ rows }) => rows)
    .filter(({ folded }) => !folded)
    .filter(({ kind }) => kind === 'approval' || kind === 'registration' || kind === 'timeout')
    .map(({ id }) => id);

/** Two pages as one; a row that moved between the loads is shown once. */
export const withNextPage = (queue: TeacherQueue, page: TeacherQueue): TeacherQueue => {
  const known = new Set(queue.items.map(({ id }) => id));
  return { ...page, items: [...queue.items, ...page.items.filter(({ id }) => !known.has(id))] };
};

/** The queue after one item has been dealt with, before the next load. */
export const withoutItem = (queue: TeacherQueue, id: string): TeacherQueue => {
  const gone = queue.items.find((item) => item.id === id);
  if (!gone) return queue;
  return {
    ...queue,
    items: queue.items.filter((item) => item !== gone),
    counts: { ...queue.counts, [gone.kind]: Math.max(0, (queue.counts[gone.kind] ?? 0) - 1) },
  };
};
