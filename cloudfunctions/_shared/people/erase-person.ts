/**
 * Takes a person's data out of every collection and their pictures out of the storage. First they are taken off their
 * WeChat, in one transaction with the record of the erasure: from then on nothing new is begun in their name, and what is
 * begun at that moment meets it (see touch-member.ts). Only then it is looked for what is there. Safe to repeat after a
 * crash: the timer goes on with whatever was left.
 */
import { MINUTE_MS } from '../../../miniprogram/domain/calendar/china-time';
import { ok, type Result } from '../../../miniprogram/domain/errors';
import type { Ports } from '../platform/ports';
import type { Erasure, Transfer } from '../store/records';
import { accountsOf, type ErasedPerson } from './begin-erasure';
import { filesOf } from '../transfers/files';
import { forgetChecks } from '../transfers/picture-checks';
import { removeTransfer } from '../transfers/put-transfer';
import { forgetInAudit, forgetInDigests, isGone, PAGE, removeFound } from './forget';
import { ALL_OFFICES, forgetHandler } from './forget-name';
import { handOverOffice } from './hand-over-office';
import { givenFolders, removePictures } from './uploads';

/** Longer than whatever has begun before the person was gone can go on writing. */
const SETTLE_MS = 5 * MINUTE_MS;
/** Of one person in the audit, looked through for how they signed in. */
const MOST_DEEDS = 1000;

export interface Erased {
  readonly transfers: number;
  readonly resetRequests: number;
  readonly notices: number;
  readonly files: number;
}

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
  { folders }: ErasedPerson,
): Promise<Result<undefined>> =>
  store.transact(async (tx) => {
    const erasure = await tx.get('erasures', memberId);
    if (erasure?.person) tx.put('erasures', { ...erasure, person: { ...erasure.person, folders } });
    tx.remove('cardCodes', memberId);
    tx.remove('marks', memberId);
    return ok(undefined);
  });

/** The WeChats that were bound to them and are nobody's any more, as the audit of their signing in still tells. */
const accountsBefore = async ({ store }: Ports, memberId: string): Promise<string[]> => {
  const page = await store.find('audits', {
    where: { memberId },
    orderBy: ['order', 'desc'],
    limit: MOST_DEEDS,
  });
  return page
    .filter(({ action }) => action === 'sign-in')
    .flatMap(({ actor: { accountId } }) => (accountId === null || isGone(accountId) ? [] : [accountId]));
};

/** What names the person beside their own records. Resolves to how many notices are gone. */
const forgetPerson = async (ports: Ports, memberId: string, person: ErasedPerson): Promise<number> => {
  await forgetInDigests(ports, person);
  let removed = await removeFound(ports, 'notices', { aboutId: memberId });
  const accountIds = new Set([...accountsOf(person), ...(await accountsBefore(ports, memberId))]);
  for (const accountId of accountIds) {
    const account = await ports.store.get('accounts', accountId);
    // Of an earlier time, and somebody else's by now.
    const isAnothers = account !== undefined && account.memberId !== null && account.memberId !== memberId;
    if (isAnothers && accountId !== person.accountId) continue;
    // A teacher's own inbox and acts are not the graduate's.
    const isTeacher = account !== undefined && account.roles.length > 0;
    const offices = isTeacher ? (['secretary'] as const) : ALL_OFFICES;
    await forgetInAudit(ports, { accountId, memberId, name: person.name, offices });
    if (!isTeacher) removed += await removeFound(ports, 'notices', { accountId });
  }
  return removed;
};

const settle = (ports: Ports, { _id }: Erasure, person: ErasedPerson): Promise<Result<undefined>> =>
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
  if (person.isSecretary) await handOverOffice(ports, person.branchId, accountsOf(person));
  await forgetHandler(ports, person);
  const notices = await forgetPerson(ports, memberId, person);
  const settled = await settle(ports, erasure, person);
  return settled.ok ? ok({ ...gone.data, resetRequests, notices }) : settled;
};
