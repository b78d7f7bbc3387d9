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

/** What transactions found out about their caller. */
export interface Standing {
  readonly ports: Ports;
  /** The caller may not do this any more, whatever the use case made of it. */
  refusal(): Failure | undefined;
  /** The caller may still do it, but is no longer who the use case was told: it has to run again. */
  hasMoved(): boolean;
}

export interface Caller {
  readonly visitor: Visitor;
  /** As when the call began. */
  authorise(visitor: Visitor): Result<unknown>;
  /**
   * Whether their name stays on what others own. Each transaction then writes the caller too, so that none slips past
   * the deletion of their data.
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

/** Whether a use case that was told of one may go on for the other. */
const isSame = (one: Visitor, other: Visitor): boolean =>
  JSON.stringify([placeOf(one.member), rightsOf(one.account)]) ===
  JSON.stringify([placeOf(other.member), rightsOf(other.account)]);

/**
 * The caller as the transaction finds them. Whoever binds a WeChat to a person or takes it off them writes both in one
 * transaction, so that the person alone says whether they are bound; the account is asked where rights hang on it.
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

/** Ports for what goes on once the caller is gone, and has been decided by a transaction of theirs. */
export const withoutCaller = (ports: Ports): Ports => whole.get(ports) ?? ports;

/** Ports whose every transaction writes only for a caller who is still the one who was let in. */
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
