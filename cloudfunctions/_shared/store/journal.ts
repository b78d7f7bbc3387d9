/**
 * A transaction writes one document after the other, and most of what a step writes are notices and an audit entry that
 * no other transaction decides by. They go into the transaction as one document, the journal entry, and from there
 * where they belong, in one request each, right after the commit. What a crash leaves behind the timer makes up for:
 * ids are deterministic, so doing it twice changes nothing.
 */
import { PAGING } from '../kernel/policy';
import type { HasStore } from './ports';
import type { Store } from './ports';
import type { JournalEntry, Notice, RecordOf } from './records';
import { OPEN_NOTICE_STATUSES } from './records/notice';
import type { BufferedWrite } from './write-buffer';

/** An entry costs three round trips; so many records are written as fast by themselves. */
const FEW = 2;

export interface Writes {
  /** Documents of the transaction. */
  readonly inside: readonly BufferedWrite[];
  /** The entry among them, which is to be finished afterwards. */
  readonly entry: JournalEntry | undefined;
}

const recordsOf = <C extends 'notices' | 'audits'>(
  writes: readonly BufferedWrite[],
  name: C,
): RecordOf<C>[] =>
  writes.flatMap(({ collection, record, how }) =>
    how === 'append' && collection === name ? [record as RecordOf<C>] : [],
  );

const aboutIdOf = ({ collection, record }: BufferedWrite): string[] =>
  collection === 'notices' && record ? [(record as Notice).aboutId] : [];

/** Which of a transaction's writes are documents of its own, and which wait in an entry. */
export const intoJournal = (
  writes: readonly BufferedWrite[],
  { id, at }: { readonly id: string; readonly at: number },
): Writes => {
  const later = writes.filter(({ how }) => how !== 'put');
  const cancelled = later.flatMap(({ how, id, record }) =>
    how === 'cancel' ? [{ id, version: (record as Notice).version }] : [],
  );
  if (later.length <= FEW && cancelled.length === 0) return { inside: writes, entry: undefined };
  const entry: JournalEntry = {
    _id: id,
    recordVersion: 1,
    at,
    notices: recordsOf(later, 'notices'),
    audits: recordsOf(later, 'audits'),
    cancelled,
    aboutIds: [...new Set(later.flatMap(aboutIdOf))],
  };
  const put = { collection: 'journal', id, record: entry, how: 'put' } as const;
  return { inside: [...writes.filter(({ how }) => how === 'put'), put], entry };
};

type Finisher = Pick<Store, 'insertMissing' | 'changeAll' | 'removeAll'>;

const cancelAll = async (store: Finisher, { at, cancelled }: JournalEntry): Promise<void> => {
  const versions = [...new Set(cancelled.map(({ version }) => version))];
  const jobs = versions.map((version) => {
    const ids = cancelled.filter((one) => one.version === version).map(({ id }) => id);
    return store.changeAll(
      'notices',
      { _id: { in: ids }, version, status: { in: OPEN_NOTICE_STATUSES } },
      { set: { status: 'cancelled', readAt: at, settledAt: at } },
    );
  });
  await Promise.all(jobs);
};

/** Several steps may each have planned the digest they are all told of in. */
const firstOfEach = <T extends { readonly _id: string }>(records: readonly T[]): T[] => {
  const seen = new Set<string>();
  return records.filter(({ _id }) => !seen.has(_id) && seen.add(_id));
};

/** Writes what entries hold, then strikes them. May run twice, and beside itself. */
export const finishEntries = async (store: Finisher, entries: readonly JournalEntry[]): Promise<void> => {
  const notices = firstOfEach(entries.flatMap((entry) => entry.notices));
  const audits = firstOfEach(entries.flatMap((entry) => entry.audits));
  await Promise.all([
    ...(notices.length > 0 ? [store.insertMissing('notices', notices)] : []),
    ...(audits.length > 0 ? [store.insertMissing('audits', audits)] : []),
    ...entries.map((entry) => cancelAll(store, entry)),
  ]);
  await store.removeAll(
    'journal',
    entries.map(({ _id }) => _id),
  );
};

/** By who wrote the entry. The transaction stands whatever comes of it: what fails here is made up for. */
export const finishOwn = async (store: Finisher, { entry }: Writes): Promise<void> => {
  if (entry) await finishEntries(store, [entry]).catch(() => undefined);
};

/** Of any time: the clocks of two processes may differ. */
const leftBehind = ({ store }: HasStore): Promise<JournalEntry[]> =>
  store.find('journal', { where: { at: { gte: 0 } }, orderBy: ['at', 'asc'], limit: PAGING.journal });

/** Finishes what transactions have left behind, or are about to finish themselves; returns how many. */
export const finishJournal = async (ports: HasStore): Promise<number> => {
  for (let finished = 0; ;) {
    const left = await leftBehind(ports);
    if (left.length > 0) await finishEntries(ports.store, left);
    finished += left.length;
    if (left.length < PAGING.journal) return finished;
  }
};

/**
 * The same for one person or place. Whoever plans for it does this first: what looks open may have been cancelled, what
 * is missing be planned. Resolves to whether there was anything.
 */
export const finishAbout = async (ports: HasStore, aboutId: string): Promise<boolean> => {
  const left = (await leftBehind(ports)).filter(({ aboutIds }) => aboutIds.includes(aboutId));
  if (left.length > 0) await finishEntries(ports.store, left);
  return left.length > 0;
};
