/**
 * Takes a person's data out of every collection and their pictures out of the storage. First they are taken off their
 * WeChat, in one transaction with the record of the erasure: from then on nothing new is begun in their name, and what is
 * begun at that moment meets it (see touch-member.ts). Only then it is looked for what is there. Safe to repeat after a
 * crash: the timer goes on with whatever was left.
 */
import { MINUTE_MS } from '../../../miniprogram/domain/calendar/china-time';
import { ok, type Result } from '../../../miniprogram/domain/errors';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { Erasure, Member, Transfer } from '../store/records';
import { handOverBranch } from '../resets/hand-over';
import { filesOf } from '../transfers/files';
import { forgetChecks } from '../transfers/picture-checks';
import { removeTransfer } from '../transfers/put-transfer';
import { forgetInAudit, forgetInDigests, PAGE, removeFound } from './forget';
import { ALL_OFFICES, forgetHandler } from './forget-name';
import { givenFolders, removePictures } from './uploads';

/** Longer than a call or a turn of the timer can last. */
const LEASE_MS = 2 * MINUTE_MS;
/** Longer than whatever has begun before the person was gone can go on writing. */
const SETTLE_MS = 5 * MINUTE_MS;

type Person = NonNullable<Erasure['person']>;

export interface Erased {
  readonly transfers: number;
  readonly resetRequests: number;
  readonly notices: number;
  readonly files: number;
}

/** The account survives only for rights it holds besides. */
const leaveAccount = async (tx: Transaction, { _id: memberId, accountId, branchId }: Member) => {
  if (accountId === null) return;
  const [[account], [branch]] = await Promise.all([
    tx.getMany('accounts', [accountId]),
    tx.getMany('branches', [branchId]),
  ]);
  if (branch?.secretaries.some((secretary) => secretary.accountId === accountId)) {
    const secretaries = branch.secretaries.filter((secretary) => secretary.accountId !== accountId);
    tx.put('branches', { ...branch, secretaries, version: branch.version + 1 });
  }
  if (account?.memberId !== memberId) return;
  if (account.roles.length === 0) tx.remove('accounts', accountId);
  else tx.put('accounts', { ...account, memberId: null, version: account.version + 1 });
};

/** To be called in the transaction that writes the member, unbound, or removes them. */
export const beginErasure = async (
  tx: Transaction,
  member: Member,
  { now, movesFigures }: { now: number; movesFigures: boolean },
): Promise<Erasure> => {
  const { _id, accountId, name, studentNumber, branchId, collegeId, isSecretary } = member;
  await leaveAccount(tx, member);
  const erasure: Erasure = {
    _id,
    recordVersion: 1,
    state: 'erasing',
    person: { accountId, name, studentNumber, branchId, collegeId, isSecretary, folders: [] },
    personSealed: null,
    movesFigures,
    nextAt: now + LEASE_MS,
  };
  tx.put('erasures', erasure);
  return erasure;
};

/** Transfers with their pictures. One that got another picture meanwhile stays for the next look. */
export const eraseTransfers = async (
  { store, files }: Ports,
  transfers: readonly Transfer[],
  { movesFigures }: { movesFigures: boolean },
): Promise<Result<number>> => {
  const fileIds = new Set(transfers.flatMap(filesOf));
  if (fileIds.size > 0) await files.remove([...fileIds]);
  await forgetChecks({ store }, [...fileIds]);
  const removed = await store.transact(async (tx) => {
    for (const { _id } of transfers) {
      const transfer = await tx.get('transfers', _id);
      if (!transfer?.memberId || filesOf(transfer).some((fileId) => !fileIds.has(fileId))) continue;
      await removeTransfer(tx, transfer, { movesFigures });
    }
    return ok(undefined);
  });
  return removed.ok ? ok(fileIds.size) : removed;
};

const eraseAllTransfers = async (
  ports: Ports,
  { _id: memberId, movesFigures }: Erasure,
): Promise<Result<Pick<Erased, 'transfers' | 'files'>>> => {
  for (let [transfers, files] = [0, 0]; ;) {
    const found = await ports.store.find('transfers', {
      where: { memberId },
      orderBy: ['createdAt', 'desc'],
      limit: PAGE,
      strict: true,
    });
    if (found.length === 0) return ok({ transfers, files });
    const erased = await eraseTransfers(ports, found, { movesFigures });
    if (!erased.ok) return erased;
    transfers += found.length;
    files += erased.data;
  }
};

/**
 * Small records whose ids follow from the person. The folders are noted before they are forgotten elsewhere. Locks stay:
 * who is locked out must not be able to open them so.
 */
const removeSmall = (
  { store }: Ports,
  { _id: memberId }: Erasure,
  { folders }: Person,
): Promise<Result<undefined>> =>
  store.transact(async (tx) => {
    const erasure = await tx.get('erasures', memberId);
    if (erasure?.person) tx.put('erasures', { ...erasure, person: { ...erasure.person, folders } });
    tx.remove('cardCodes', memberId);
    tx.remove('marks', memberId);
    return ok(undefined);
  });

/** What names the person beside their own records. Resolves to how many notices are gone. */
const forgetPerson = async (ports: Ports, memberId: string, person: Person): Promise<number> => {
  const { accountId, name } = person;
  await forgetInDigests(ports, person);
  const about = await removeFound(ports, 'notices', { aboutId: memberId });
  if (accountId === null) return about;
  const account = await ports.store.get('accounts', accountId);
  // A teacher's own inbox and acts are not the graduate's.
  const isTeacher = account !== undefined && account.roles.length > 0;
  await forgetInAudit(ports, { accountId, memberId, name, offices: isTeacher ? ['secretary'] : ALL_OFFICES });
  if (isTeacher) return about;
  return about + (await removeFound(ports, 'notices', { accountId }));
};

const settle = (ports: Ports, { _id }: Erasure, person: Person): Promise<Result<undefined>> =>
  ports.store.transact(async (tx) => {
    const erasure = await tx.get('erasures', _id);
    if (!erasure) return ok(undefined);
    const personSealed = ports.cipher.seal(JSON.stringify(person), _id);
    const nextAt = ports.clock.now() + SETTLE_MS;
    tx.put('erasures', { ...erasure, state: 'settling', person: null, personSealed, nextAt });
    return ok(undefined);
  });

/** Removes everything but the roster's own line and the account: what was brought in, told and done. */
export const finishErasure = async (ports: Ports, erasure: Erasure): Promise<Result<Erased>> => {
  const { _id: memberId, person: known } = erasure;
  const nothing = { transfers: 0, files: 0, resetRequests: 0, notices: 0 };
  if (!known) return ok(nothing);
  const gone = await eraseAllTransfers(ports, erasure);
  if (!gone.ok) return gone;
  const person = { ...known, folders: [...known.folders, ...(await givenFolders(ports, memberId))] };
  const small = await removeSmall(ports, erasure, person);
  if (!small.ok) return small;
  await removePictures(ports, person.folders);
  await removeFound(ports, 'uploads', { memberId });
  await removeFound(ports, 'pictureChecks', { memberId });
  await removeFound(ports, 'corrections', { memberId });
  const resetRequests = await removeFound(ports, 'resetRequests', { memberId });
  if (person.isSecretary) await handOverBranch(ports, person.branchId);
  await forgetHandler(ports, person);
  const notices = await forgetPerson(ports, memberId, person);
  const settled = await settle(ports, erasure, person);
  return settled.ok ? ok({ ...gone.data, resetRequests, notices }) : settled;
};
