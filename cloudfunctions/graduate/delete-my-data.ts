import { ok } from '../../miniprogram/domain/errors';
import { putAudit } from '../_shared/audit';
import type { UseCase } from '../_shared/entry';
import { actingAs, type MemberCaller } from '../_shared/identity';
import type { CollectionName } from '../_shared/collections';
import type { Ports } from '../_shared/ports';
import type { RecordOf } from '../_shared/records';
import { removeTransfer } from '../_shared/transfers/put-transfer';

const PAGE = 50;

/** Removes what a query finds, page by page; safe to repeat after a crash. */
const removeAll = async <C extends CollectionName>(
  { store }: Ports,
  collection: C,
  where: Parameters<typeof store.find<C>>[1]['where'],
): Promise<void> => {
  for (;;) {
    const page: RecordOf<C>[] = await store.find(collection, { where, limit: PAGE });
    if (page.length === 0) return;
    await store.transact(async (tx) => {
      for (const { _id } of page) tx.remove(collection, _id);
      return ok(undefined);
    });
  }
};

/**
 * Removes everything the graduate brought in and unbinds their WeChat. What the college put on the roster stays
 * with the college; the account survives only for rights it holds besides.
 */
export const deleteMyData: UseCase<'graduate', 'deleteMyData', MemberCaller> = async (ports, { caller }) => {
  const { account, member } = caller;
  const { store, files, clock } = ports;
  const transfers = await store.find('transfers', { where: { memberId: member._id }, limit: PAGE });
  const fileIds = transfers.flatMap(({ screenshots, past }) => [
    ...screenshots,
    ...past.flatMap((attempt) => attempt.screenshots),
  ]);
  if (fileIds.length > 0) await files.remove([...new Set(fileIds)]);
  await removeAll(ports, 'notices', { aboutId: member._id });
  await removeAll(ports, 'resetRequests', { memberId: member._id });
  await store.transact(async (tx) => {
    for (const { _id } of transfers) {
      const transfer = await tx.get('transfers', _id);
      if (transfer) await removeTransfer(tx, transfer);
    }
    return ok(undefined);
  });
  // Unbinding comes last: until then the call can be repeated.
  return store.transact(async (tx) => {
    const bound = await tx.get('members', member._id);
    const branch = await tx.get('branches', member.branchId);
    const own = await tx.get('accounts', account._id);
    // That they told of their age is theirs; what the college noted stays with it.
    const mark = await tx.get('marks', member._id);
    if (mark) {
      const { overAgeReportedAt: _own, ...noted } = mark;
      tx.put('marks', noted);
    }
    tx.remove('cardCodes', member._id);
    if (bound)
      tx.put('members', {
        ...bound,
        accountId: null,
        loginConfirmedAt: null,
        startedIn: null,
        version: bound.version + 1,
      });
    if (branch?.secretaries.some(({ accountId }) => accountId === account._id)) {
      const secretaries = branch.secretaries.filter(({ accountId }) => accountId !== account._id);
      tx.put('branches', { ...branch, secretaries, version: branch.version + 1 });
    }
    if (own && own.roles.length > 0) tx.put('accounts', { ...own, memberId: null, version: own.version + 1 });
    else tx.remove('accounts', account._id);
    const actor = { ...actingAs(account, 'graduate'), accountId: null };
    putAudit(tx, {
      subjectId: member._id,
      key: member.version,
      action: 'delete-data',
      actor,
      at: clock.now(),
    });
    return ok({});
  });
};
