/** Counts tries before they are judged, so that a burst of guesses cannot outrun the lock. */
import { MINUTE_MS } from '../../miniprogram/domain/china-time';
import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { putAudit } from '../_shared/audit';
import { SIGN_IN } from '../_shared/policy';
import { accountLockIdOf, memberIdOf, numberLockIdOf } from '../_shared/record-ids';
import type { Ports, Transaction } from '../_shared/ports';
import type { Lock } from '../_shared/records';

type Purpose = Parameters<typeof accountLockIdOf>[1];

/** One lock a try counts on. */
interface Guard {
  readonly lockId: string;
  /** What the audit says was locked. */
  readonly subjectId: string;
  readonly maxTries: number;
}

export interface Guards {
  readonly openid: string;
  readonly locks: readonly Guard[];
}

const guardOf = (openid: string, purpose: Purpose): Guard => {
  const lockId = accountLockIdOf(openid, purpose);
  return { lockId, subjectId: lockId, maxTries: SIGN_IN.maxTries };
};

/** Who tries to sign in, and whom they try to be. */
export const signInGuards = (
  openid: string,
  studentNumber: string,
  memberId = memberIdOf(studentNumber),
): Guards => {
  const number = {
    lockId: numberLockIdOf(studentNumber),
    subjectId: memberId,
    maxTries: SIGN_IN.maxTriesOfNumber,
  };
  return { openid, locks: [guardOf(openid, 'sign-in'), number] };
};

/** Who tries a code that gives rights. Counted apart: signing in as oneself must not buy new guesses. */
export const codeGuards = (openid: string): Guards => ({ openid, locks: [guardOf(openid, 'code')] });

const fresh = (id: string, now: number): Lock => ({
  _id: id,
  recordVersion: 1,
  tries: 0,
  firstAt: now,
  lockedUntil: null,
});

/** A lock that has ended, or tries long ago, count no more. */
const current = (lock: Lock | undefined, id: string, now: number): Lock => {
  if (!lock) return fresh(id, now);
  const endsAt = lock.lockedUntil ?? lock.firstAt + SIGN_IN.lockMs;
  return endsAt <= now ? { ...lock, ...fresh(id, now) } : lock;
};

/** Books one try on every lock. `SIGN_IN_LOCKED` with the minutes left when one of them is shut. */
export const bookTry = (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { openid, locks: guards }: Guards,
): Promise<Result<undefined>> =>
  store.transact(async (tx) => {
    const now = clock.now();
    const locks: (Guard & { lock: Lock })[] = [];
    for (const guard of guards) {
      const lock = current(await tx.get('locks', guard.lockId), guard.lockId, now);
      locks.push({ ...guard, lock });
    }
    const until = Math.max(0, ...locks.map(({ lock }) => lock.lockedUntil ?? 0));
    if (until > now)
      return fail('SIGN_IN_LOCKED', undefined, { minutes: Math.ceil((until - now) / MINUTE_MS) });
    for (const { lock, maxTries, subjectId } of locks) {
      const tries = lock.tries + 1;
      const isShut = tries >= maxTries;
      tx.put('locks', { ...lock, tries, lockedUntil: isShut ? now + SIGN_IN.lockMs : null });
      const actor = { role: 'visitor' as const, accountId: openid };
      if (isShut) putAudit(tx, { subjectId, key: now, action: 'lock', actor, at: now, facts: { tries } });
    }
    return ok(undefined);
  });

/** Forgets the tries once one was right. */
export const clearTries = (tx: Transaction, { locks }: Guards): void => {
  for (const { lockId } of locks) tx.remove('locks', lockId);
};
