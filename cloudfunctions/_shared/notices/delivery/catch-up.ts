/** Who could not be told at once is told by a digest: twice on working days. */
import { ok } from '../../../../miniprogram/domain/errors';
import { toCatchUp, type DigestReader } from '../digest';
import type { Ports } from '../../platform/ports';
import type { Member, Notice } from '../../store/records';
import { rulebookNamed } from '../../season/season';
import type { Accounts } from './credits';

const STAFF_TRANSACTION = 20;

const readerOf = (
  { accountId, audience, collegeId }: Notice,
  accounts: Accounts,
  members: ReadonlyMap<string, Member>,
): DigestReader | undefined => {
  const account = accounts.get(accountId);
  if (!account || collegeId === null || audience === 'graduate') return undefined;
  if (audience === 'teacher') return { accountId, audience, aboutId: collegeId, collegeId };
  const branchId = members.get(account.memberId ?? '')?.branchId;
  return branchId === undefined ? undefined : { accountId, audience, aboutId: branchId, collegeId };
};

/** Plans one digest for each person among the recipients of notices that no credit was left for. */
export const planCatchUps = async (
  ports: Ports,
  untold: readonly Notice[],
  accounts: Accounts,
): Promise<void> => {
  const { store, clock } = ports;
  const staff = untold.filter(({ audience, kind }) => audience !== 'graduate' && kind !== 'digest');
  if (staff.length === 0) return;
  const secretaries = staff.filter(({ audience }) => audience === 'secretary');
  const memberIds = secretaries.flatMap(({ accountId }) => accounts.get(accountId)?.memberId ?? []);
  const members = new Map(
    (await store.getMany('members', [...new Set(memberIds)])).map((one) => [one._id, one]),
  );
  const digests = new Map<string, Notice>();
  for (const notice of staff) {
    const reader = readerOf(notice, accounts, members);
    const rulebook = rulebookNamed(notice.rulebookId);
    const digest = reader && toCatchUp(reader, { rulebook, now: clock.now() });
    if (digest) digests.set(digest._id, digest);
  }
  const planned = [...digests.values()];
  for (let start = 0; start < planned.length; start += STAFF_TRANSACTION) {
    const done = await store.transact(async (tx) => {
      const some = planned.slice(start, start + STAFF_TRANSACTION);
      const { records, unreadable } = await tx.lookUp(
        'notices',
        some.map(({ _id }) => _id),
      );
      const stored = new Map(records.map((notice) => [notice._id, notice]));
      for (const digest of some.filter(({ _id }) => !unreadable.has(_id))) {
        const existing = stored.get(digest._id);
        if (!existing) tx.put('notices', digest);
        else if (existing.status === 'cancelled')
          tx.put('notices', { ...existing, ...digest, version: existing.version + 1 });
        // What waits too long is part of all that waits.
        else if (existing.status === 'planned' && existing.digestOf !== 'all')
          tx.put('notices', { ...existing, digestOf: 'all' });
      }
      return ok(undefined);
    });
    if (!done.ok) throw new Error('a digest could not be planned');
  }
};
