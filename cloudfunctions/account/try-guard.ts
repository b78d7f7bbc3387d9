/**
 * Counts tries before they are judged, or in the transaction that judges them, so that a burst of guesses cannot outrun
 * the lock. A count belongs to what is
 * guarded and to who tries: nothing the guesser does to their own records resets it.
 */
import { MINUTE_MS } from '../../miniprogram/domain/calendar/china-time';
import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { putAudit } from '../_shared/events/audit';
import { shortHash } from '../_shared/kernel/hash';
import { GUARDED_CODES, SIGN_IN } from '../_shared/kernel/policy';
import { accountLockIdOf, codeLockIdOf, memberIdOf, numberLockIdOf } from '../_shared/store/record-ids';
import type { Ports } from '../_shared/platform/ports';
import type { Transaction } from '../_shared/store/ports';
import type { Lock } from '../_shared/store/records';

/** One lock a try counts on. */
interface Guard {
  readonly lockId: string;
  /** What the try is told apart by on this lock. */
  readonly of: string;
  /** What the audit says was locked. */
  readonly subjectId: string;
  readonly maxTries: number;
}

export interface Guards {
  readonly openid: string;
  readonly locks: readonly Guard[];
}

const guardOf = (openid: string, purpose: Parameters<typeof accountLockIdOf>[1], of: string): Guard => {
  const lockId = accountLockIdOf(openid, purpose);
  return { lockId, of, subjectId: lockId, maxTries: SIGN_IN.maxTries };
};

/** Who tries to sign in, and whom they try to be. */
export const signInGuards = (
  openid: string,
  studentNumber: string,
  memberId = memberIdOf(studentNumber),
): Guards => {
  const number = {
    lockId: numberLockIdOf(studentNumber),
    of: shortHash(openid),
    subjectId: memberId,
    maxTries: SIGN_IN.maxTriesOfNumber,
  };
  return { openid, locks: [guardOf(openid, 'sign-in', number.lockId), number] };
};

/**
 * Who tries a code that gives rights, and the code they try to find. Counted apart from signing in.
 * @param tried `administrator`, or the id an invitation with the typed code would have
 */
export const codeGuards = (openid: string, tried: string): Guards => {
  const guarded = tried === 'administrator' ? tried : 'invitations';
  const lockId = codeLockIdOf(guarded);
  const shared = { lockId, of: shortHash(openid), subjectId: lockId, maxTries: GUARDED_CODES[guarded] };
  return { openid, locks: [guardOf(openid, 'code', tried), shared] };
};

const fresh = (_id: string, now: number): Lock => {
  const expiresAt = now + SIGN_IN.lockMs;
  return { _id, recordVersion: 2, tries: [], firstAt: now, lockedUntil: null, expiresAt };
};

/** A lock that has ended, or tries long ago, count no more. */
const current = (lock: Lock | undefined, id: string, now: number): Lock =>
  lock && lock.expiresAt > now ? lock : { ...lock, ...fresh(id, now) };

const countOf = ({ tries }: Lock): number => tries.reduce((sum, { count }) => sum + count, 0);

const withTry = (lock: Lock, { of, maxTries }: Guard, now: number): Lock => {
  const before = lock.tries.find((one) => one.of === of)?.count ?? 0;
  const others = lock.tries.filter((one) => one.of !== of);
  const counted = { ...lock, tries: [...others, { of, count: before + 1 }] };
  const until = now + SIGN_IN.lockMs;
  return countOf(counted) < maxTries ? counted : { ...counted, lockedUntil: until, expiresAt: until };
};

/** What somebody who was wrong is told: how many tries are left before a lock of `minutes` falls. */
export interface TriesLeft extends Readonly<Record<string, number>> {
  readonly left: number;
  readonly minutes: number;
}

/** A try at what some locks guard, before it is judged. */
export interface OpenTry {
  /** What is left when this one was wrong. */
  readonly left: TriesLeft;
  /** Counts it on every lock: it was wrong, or is judged later. */
  count(): void;
  /**
   * It was right: forgets this person's tries at it. It is written on every lock, too, so that of many tries at once
   * each finds what the others have counted.
   */
  forget(): void;
}

const withoutTries = (lock: Lock, { of, maxTries }: Guard): Lock => {
  const left = { ...lock, tries: lock.tries.filter((one) => one.of !== of) };
  return countOf(left) < maxTries ? { ...left, lockedUntil: null } : left;
};

/**
 * Reads the locks. `SIGN_IN_LOCKED` with the minutes left when one of them is shut. Only this WeChat's own lock is told
 * of: the others say what strangers tried. The transaction has to end with `count` or `forget`.
 */
export const openTry = async (
  tx: Transaction,
  { openid, locks: guards }: Guards,
  now: number,
): Promise<Result<OpenTry>> => {
  const stored = await tx.getMany(
    'locks',
    guards.map(({ lockId }) => lockId),
  );
  const locks = guards.map((guard) => {
    const known = stored.find(({ _id }) => _id === guard.lockId);
    return { guard, lock: current(known, guard.lockId, now) };
  });
  const until = Math.max(0, ...locks.map(({ lock }) => lock.lockedUntil ?? 0));
  if (until > now)
    return fail('SIGN_IN_LOCKED', undefined, { minutes: Math.ceil((until - now) / MINUTE_MS) });
  const [own] = locks;
  const left = own ? Math.max(0, own.guard.maxTries - countOf(own.lock) - 1) : 0;
  const count = (): void => {
    for (const { guard, lock } of locks) {
      const next = withTry(lock, guard, now);
      tx.put('locks', next);
      const entry = { subjectId: guard.subjectId, key: now, action: 'lock', at: now } as const;
      const actor = { role: 'visitor' as const, accountId: openid };
      if (next.lockedUntil !== null) putAudit(tx, { ...entry, actor, facts: { tries: countOf(next) } });
    }
  };
  const forget = (): void => {
    for (const { guard, lock } of locks) tx.put('locks', withoutTries(lock, guard));
  };
  return ok({ left: { left, minutes: SIGN_IN.lockMs / MINUTE_MS }, count, forget });
};

/** Counts one try in a transaction of its own, for what is judged afterwards. As {@link openTry}. */
export const bookTry = (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  guards: Guards,
): Promise<Result<TriesLeft>> =>
  store.transact(async (tx) => {
    const opened = await openTry(tx, guards, clock.now());
    if (!opened.ok) return opened;
    opened.data.count();
    return ok(opened.data.left);
  });

/**
 * Forgets this person's tries at what they got right, and nothing else: a success elsewhere buys no new guesses. To be
 * called once the transaction has read something itself.
 */
export const clearTries = async (tx: Transaction, { locks: guards }: Guards): Promise<void> => {
  const stored = await tx.getMany(
    'locks',
    guards.map(({ lockId }) => lockId),
  );
  for (const guard of guards) {
    const lock = stored.find(({ _id }) => _id === guard.lockId);
    if (!lock) continue;
    const left = withoutTries(lock, guard);
    if (left.tries.length === 0) tx.remove('locks', guard.lockId);
    else tx.put('locks', left);
  }
};
