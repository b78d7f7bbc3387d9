/** Notices with deterministic ids: what is there stays, so that telling a thing twice is telling it once. */
import { isDeepStrictEqual as isEqual } from 'node:util';
import { ok } from '../../../../miniprogram/domain/errors';
import { chunks } from '../../kernel/chunks';
import { inParallel } from '../../kernel/in-parallel';
import { RivalsWithoutEnd } from '../../store/database-errors';
import type { HasStore } from '../../store/ports';
import type { Notice } from '../../store/records';
import { claimedUnder, type Lease } from '../delivery/claim-notices';

/** Taken by one request. */
const AT_ONCE = 250;
/** Made again at once. */
const PARALLEL = 5;

/** What becomes of a notice that is there when it is made again; none where it stays as it is. */
const madeAgain = (existing: Notice, notice: Notice): Notice | undefined => {
  const { version, mayRepeat, status } = existing;
  // Dropped before it was sent, because it had become untrue: now it is true again.
  if (status === 'cancelled') return { ...existing, ...notice, version: version + 1, mayRepeat };
  if (existing.planId === notice.planId || status === 'sending') return undefined;
  if (status === 'planned') return { ...notice, version: version + 1 };
  // Told of another attempt today already: the inbox shows it anew, and no message goes out.
  const { planId, title, text, page, fields, dueAt } = notice;
  return { ...existing, planId, title, text, page, fields, dueAt, readAt: null };
};

/** In a transaction, for what a rival has changed meanwhile. */
const makeAnew = async ({ store }: HasStore, notices: readonly Notice[]): Promise<void> => {
  const done = await store.transact(async (tx) => {
    const ids = notices.map(({ _id }) => _id);
    const { records } = await tx.lookUp('notices', ids);
    for (const existing of records) {
      const notice = notices.find(({ _id }) => _id === existing._id);
      const again = notice && madeAgain(existing, notice);
      if (again) tx.put('notices', again);
    }
    return ok(undefined);
  });
  if (!done.ok) throw new RivalsWithoutEnd('a notice could not be made again');
};

/** What is another now than it was. */
const changedIn = (before: Notice, after: Notice): Partial<Notice> =>
  Object.fromEntries(
    Object.entries(after).filter(([field, value]) => !isEqual(value, before[field as keyof Notice])),
  );

/** One request for each, as it was seen; mostly there are one or two. */
const makeAgain = async (ports: HasStore, notices: readonly Notice[]): Promise<void> => {
  const { records } = await ports.store.lookUp(
    'notices',
    notices.map(({ _id }) => _id),
  );
  const jobs = records.map((existing) => async () => {
    const notice = notices.find(({ _id }) => _id === existing._id);
    const again = notice && madeAgain(existing, notice);
    if (!again) return [];
    const { _id, recordVersion, version, status, planId } = existing;
    const asSeen = { _id: { in: [_id] }, recordVersion, version, status, planId };
    const set = changedIn(existing, again);
    return (await ports.store.changeAll('notices', asSeen, { set })) > 0 ? [] : [notice];
  });
  const rivals = (await inParallel(jobs, PARALLEL)).flat();
  if (rivals.length > 0) await makeAnew(ports, rivals);
};

/** Of two events told at once that make one notice, the later counts. */
const lastOfEach = (notices: readonly Notice[]): Notice[] => [
  ...new Map(notices.map((notice) => [notice._id, notice])).values(),
];

/** Stores those that are not there; those that are and say something else are made again. */
export const keepNotices = async (ports: HasStore, notices: readonly Notice[]): Promise<void> => {
  for (const some of chunks(lastOfEach(notices), AT_ONCE)) {
    const there = new Set(await ports.store.insertMissing('notices', some));
    const again = some.filter(({ _id }) => there.has(_id));
    if (again.length > 0) await makeAgain(ports, again);
  }
};

/** As `keepNotices`, and new ones are claimed by whoever stores them. Resolves to those they hold. */
export const keepClaimed = async (
  ports: HasStore,
  notices: readonly Notice[],
  lease: Lease,
): Promise<readonly Notice[]> => {
  const { store } = ports;
  const claimed = lastOfEach(notices).map((notice) => ({ ...notice, ...claimedUnder(lease), attempts: 1 }));
  const there = await store.insertMissing('notices', claimed);
  if (there.length === 0) return claimed;
  // Where an insertion was not all or nothing, some of those that are there are this one's own.
  const stored = await store.getMany('notices', there);
  const own = new Set(stored.filter(({ leaseId }) => leaseId === lease.id).map(({ _id }) => _id));
  const others = new Set(there.filter((id) => !own.has(id)));
  if (others.size > 0)
    await makeAgain(
      ports,
      notices.filter(({ _id }) => others.has(_id)),
    );
  return claimed.filter(({ _id }) => !others.has(_id));
};
