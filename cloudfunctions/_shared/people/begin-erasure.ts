/** How an erasure begins, and what it knows of the person. */
import * as v from 'valibot';
import { MINUTE_MS } from '../../../miniprogram/domain/calendar/china-time';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { Erasure, Member } from '../store/records';
import { sealedPerson } from '../store/records/erasure';

/** Longer than a call or a turn of the timer can last. */
const LEASE_MS = 2 * MINUTE_MS;
export type ErasedPerson = NonNullable<Erasure['person']>;

/** Whom an erasure is about; none where a tool with a key of its own has sealed it. */
export const personIn = (
  { cipher }: Pick<Ports, 'cipher'>,
  { _id, person, personSealed }: Erasure,
): ErasedPerson | undefined => {
  try {
    return personSealed === null
      ? (person ?? undefined)
      : v.parse(sealedPerson, cipher.open(personSealed, _id));
  } catch {
    return undefined;
  }
};

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

/** The WeChats by which somebody's deeds and messages are found. */
export const accountsOf = ({ accountId, earlierAccountIds }: ErasedPerson): string[] => [
  ...new Set([...(accountId === null ? [] : [accountId]), ...earlierAccountIds]),
];

/** What an erasure that is not done yet, or that waits for its last look, knows and the member no longer does. */
const overtaken = ({ cipher }: Pick<Ports, 'cipher'>, earlier: Erasure | undefined) => {
  const person = earlier && personIn({ cipher }, earlier);
  return {
    earlierAccountIds: person ? accountsOf(person) : [],
    folders: person?.folders ?? [],
    wasSecretary: person?.isSecretary ?? false,
    movedFigures: earlier?.state === 'erasing' && earlier.movesFigures,
  };
};

/**
 * To be called in the transaction that writes the member, unbound, or removes them. Somebody whose erasure is still under
 * way keeps what that one knows of them: it goes on as this one.
 */
export const beginErasure = async (
  ports: Pick<Ports, 'cipher'>,
  tx: Transaction,
  member: Member,
  { now, movesFigures }: { now: number; movesFigures: boolean },
): Promise<Erasure> => {
  const { _id, accountId, name, studentNumber, branchId, collegeId } = member;
  const [[earlier]] = await Promise.all([tx.getMany('erasures', [_id]), leaveAccount(tx, member)]);
  const { earlierAccountIds, folders, wasSecretary, movedFigures } = overtaken(ports, earlier);
  const isSecretary = member.isSecretary || wasSecretary;
  const erasure: Erasure = {
    _id,
    recordVersion: 1,
    state: 'erasing',
    person: { accountId, earlierAccountIds, name, studentNumber, branchId, collegeId, isSecretary, folders },
    personSealed: null,
    movesFigures: movesFigures || movedFigures,
    nextAt: now + LEASE_MS,
  };
  tx.put('erasures', erasure);
  return erasure;
};
