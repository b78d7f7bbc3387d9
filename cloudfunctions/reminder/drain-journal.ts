/**
 * For one release: what transactions of 1.0 had bound themselves to write after their commit and never came to. It is
 * written where it belongs, by the same ids, so that doing it twice changes nothing.
 */
import { PAGING } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import { OPEN_NOTICE_STATUSES } from '../_shared/store/records/notice';
import { tryRecord, type JournalEntry } from '../_shared/store/records';

const cancelAll = async ({ store }: Ports, { at, cancelled }: JournalEntry): Promise<void> => {
  for (const { id, version } of cancelled)
    await store.changeAll(
      'notices',
      { _id: { in: [id] }, version, status: { in: OPEN_NOTICE_STATUSES } },
      { set: { status: 'cancelled', readAt: at, settledAt: at } },
    );
};

const finish = async (ports: Ports, entry: JournalEntry): Promise<void> => {
  const notices = entry.notices.flatMap((one) => tryRecord('notices', one).record ?? []);
  const audits = entry.audits.flatMap((one) => tryRecord('audits', one).record ?? []);
  if (notices.length > 0) await ports.store.insertMissing('notices', notices);
  if (audits.length > 0) await ports.store.insertMissing('audits', audits);
  await cancelAll(ports, entry);
  await ports.store.removeAll('journal', [entry._id]);
};

/** Resolves to how many entries there were. */
export const drainJournal = async (ports: Ports): Promise<number> => {
  for (let drained = 0; ;) {
    const left = await ports.store.find('journal', {
      where: { at: { gte: 0 } },
      orderBy: ['at', 'asc'],
      limit: PAGING.journal,
    });
    for (const entry of left) await finish(ports, entry);
    drained += left.length;
    if (left.length < PAGING.journal) return drained;
  }
};
