/**
 * Every write asks again who writes. A call is authorised when it begins; by the time it writes, its caller may have been
 * unbound, erased, moved to another branch or relieved of an office.
 */
import { fail, ok, type Failure, type Result } from '../../../miniprogram/domain/errors';
import { begun } from '../kernel/begun';
import type { Visitor } from './identity';
import { touchMember } from '../store/touch-member';
import type { Ports } from '../platform/ports';
import type { Store, Transaction } from '../store/ports';
import type { Account, Member } from '../store/records';

/** What the transactions of a call found out about its caller. */
export interface Standing {
  readonly ports: Ports;
  /** Why the caller may not do this any more, undefined while they may. It counts before the use case's own answer. */
  refusal(): Failure | undefined;
  /** The caller still may, but has another branch, name or right than the use case was given: it has to run again. */
  hasMoved(): boolean;
}

export interface Caller {
  readonly visitor: Visitor;
  /** The same check as at the beginning of the call. */
  authorise(visitor: Visitor): Result<unknown>;
  /**
   * Whether the caller's name stays on records of others. Each transaction then writes the caller, too, so that it
   * conflicts with a deletion of their data instead of leaving the name behind.
   */
  readonly isNamed: boolean;
}

const placeOf = (member: Member | undefined): unknown =>
  member && [
    member._id,
    member.name,
    member.studentNumber,
    member.branchId,
    member.branchName,
    member.collegeId,
    member.collegeName,
    member.isSecretary,
  ];

const rightsOf = (account: Account | undefined): unknown => account && [account.name, account.roles];

/** Whether a use case that was given `one` as its caller may go on for `other`. */
const isSame = (one: Visitor, other: Visitor): boolean =>
  JSON.stringify([placeOf(one.member), rightsOf(one.account)]) ===
  JSON.stringify([placeOf(other.member), rightsOf(other.account)]);

/**
 * The caller as this transaction sees them. Binding a WeChat to a person and unbinding it write both records in one
 * transaction, so the person's record is enough to know whether they are bound. The account is read only where it holds
 * rights of its own.
 */
const lookAgain = async (tx: Transaction, { openid, account: known, member }: Visitor): Promise<Visitor> => {
  const hasRights = !member || (known !== undefined && known.roles.length > 0);
  const [[read], [held]] = await Promise.all([
    tx.getMany('accounts', hasRights ? [openid] : []),
    tx.getMany('members', member ? [member._id] : []),
  ]);
  const account = hasRights ? read : known;
  const isAgreed = known === undefined || account?.memberId === held?._id;
  const isBound = held?.accountId === openid && isAgreed;
  return { openid, account, member: isBound ? held : undefined, isMemberUnreadable: false };
};

/**
 * `look` begins as soon as the work has read something, which fixes the state of the database its writes are compared
 * with. It runs beside whatever the work reads next, so it costs no time of its own, and before the work writes: what the
 * work does to the caller is not mistaken for something others did.
 */
const lookingBeside = <T>(
  tx: Transaction,
  look: () => Promise<T>,
): { tx: Transaction; looked(): Promise<T> } => {
  let looking: Promise<T> | undefined;
  const looked = (): Promise<T> => (looking ??= begun(look()));
  const after = async <R>(reading: Promise<R>): Promise<R> => {
    const read = await reading;
    void looked();
    return read;
  };
  return {
    tx: {
      ...tx,
      get: (collection, id) => after(tx.get(collection, id)),
      getMany: (collection, ids) => after(tx.getMany(collection, ids)),
      lookUp: (collection, ids) => after(tx.lookUp(collection, ids)),
    },
    looked,
  };
};

const whole = new WeakMap<Ports, Ports>();

/** The ports without these checks: for work that a committed transaction of the caller has decided, and that goes on without them. */
export const withoutCaller = (ports: Ports): Ports => whole.get(ports) ?? ports;

/** Ports whose transactions commit only while the caller is still the one who was let in, with the rights they had. */
export const standingOf = (ports: Ports, { visitor, authorise, isNamed }: Caller): Standing => {
  let refusal: Failure | undefined;
  let hasMoved = false;
  const judge = (now: Visitor): Result<undefined> => {
    const allowed = authorise(now);
    if (!allowed.ok) {
      refusal = allowed.error;
      return allowed;
    }
    hasMoved ||= !isSame(visitor, now);
    return hasMoved ? fail('BUSY') : ok(undefined);
  };
  const { store } = ports;
  const transact: Store['transact'] = (work) =>
    store.transact(async (tx) => {
      const beside = lookingBeside(tx, () => lookAgain(tx, visitor));
      const result = await work(beside.tx);
      const now = await beside.looked();
      const judged = judge(now);
      if (!judged.ok) return judged;
      if (result.ok && isNamed && now.member) await touchMember(tx, now.member._id);
      return result;
    });
  const guarded: Ports = { ...ports, store: { ...store, transact } };
  whole.set(guarded, ports);
  return { ports: guarded, refusal: () => refusal, hasMoved: () => hasMoved };
};
