/** Takes a person's data out of every collection and their pictures out of the storage. Safe to repeat after a crash. */
import { ok, type Result } from '../../../miniprogram/domain/errors';
import { finishJournal } from '../journal';
import type { Ports, Transaction } from '../ports';
import { accountLockIdOf, numberLockIdOf } from '../record-ids';
import type { Member, Transfer } from '../records';
import { filesOf } from '../transfers/files';
import { removeTransfer } from '../transfers/put-transfer';
import { eraseUploads } from './uploads';
import { forgetInAudit, forgetInDigests, PAGE, removeFound } from './forget';

export interface Erased {
  readonly transfers: number;
  readonly resetRequests: number;
  readonly notices: number;
  readonly files: number;
}

/** The transfers with their pictures. */
export const eraseTransfers = async (
  { store, files }: Ports,
  transfers: readonly Transfer[],
  { movesFigures }: { movesFigures: boolean },
): Promise<Result<number>> => {
  const fileIds = [...new Set(transfers.flatMap(filesOf))];
  if (fileIds.length > 0) await files.remove(fileIds);
  const removed = await store.transact(async (tx) => {
    for (const { _id } of transfers) {
      const transfer = await tx.get('transfers', _id);
      if (!transfer) continue;
      if (movesFigures) await removeTransfer(tx, transfer);
      else tx.remove('transfers', _id);
    }
    return ok(undefined);
  });
  return removed.ok ? ok(fileIds.length) : removed;
};

/** Everything but the roster's own line and the account: what was brought in, told and done. */
export const eraseTraces = async (
  ports: Ports,
  member: Member,
  figures: { movesFigures: boolean },
): Promise<Result<Erased>> => {
  const { _id: memberId, accountId } = member;
  const transfers = await ports.store.find('transfers', {
    where: { memberId },
    orderBy: ['createdAt', 'desc'],
    limit: PAGE,
  });
  const files = await eraseTransfers(ports, transfers, figures);
  if (!files.ok) return files;
  await eraseUploads(ports, memberId);
  // What the last steps have still to write would come after what is removed now.
  await finishJournal(ports);
  const resetRequests = await removeFound(ports, 'resetRequests', { memberId });
  await forgetInDigests(ports, member);
  let notices = await removeFound(ports, 'notices', { aboutId: memberId });
  if (accountId !== null) {
    const account = await ports.store.get('accounts', accountId);
    // A teacher's own inbox is not the graduate's.
    if (!account || account.roles.length === 0) notices += await removeFound(ports, 'notices', { accountId });
    await forgetInAudit(ports, accountId, memberId);
  }
  return ok({ transfers: transfers.length, resetRequests, notices, files: files.data });
};

/** The account survives only for rights it holds besides. */
export const leaveAccount = async (tx: Transaction, { _id: memberId, accountId, branchId }: Member) => {
  if (accountId === null) return;
  const account = await tx.get('accounts', accountId);
  const branch = await tx.get('branches', branchId);
  if (branch?.secretaries.some((secretary) => secretary.accountId === accountId)) {
    const secretaries = branch.secretaries.filter((secretary) => secretary.accountId !== accountId);
    tx.put('branches', { ...branch, secretaries, version: branch.version + 1 });
  }
  if (account?.memberId !== memberId) return;
  if (account.roles.length === 0) tx.remove('accounts', accountId);
  else tx.put('accounts', { ...account, memberId: null, version: account.version + 1 });
};

/** Small records whose ids follow from the person. */
export const removeSmall = (tx: Transaction, { _id: memberId, accountId, studentNumber }: Member): void => {
  tx.remove('cardCodes', memberId);
  tx.remove('marks', memberId);
  tx.remove('locks', numberLockIdOf(studentNumber));
  if (accountId === null) return;
  tx.remove('locks', accountLockIdOf(accountId, 'sign-in'));
  tx.remove('locks', accountLockIdOf(accountId, 'code'));
};
