/** Counts tries before they are judged, so that a burst of guesses cannot outrun the lock. */
import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { shortHash } from '../_shared/hash';
import { SIGN_IN } from '../_shared/policy';
import type { Ports, Transaction } from '../_shared/ports';
import type { Lock } from '../_shared/records';

const MINUTE_MS = 60_000;

/** Lock keys of one try: who tries, and whom they try to be. */
export const guardKeys = (openid: string, studentNumber?: string): string[] => [
  `openid-${shortHash(openid)}`,
  ...(studentNumber === undefined ? [] : [`number-${shortHash(studentNumber)}`]),
];

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
  return endsAt <= now ? fresh(id, now) : lock;
};

/** Books one try on every key. `SIGN_IN_LOCKED` with the minutes left when one of them is locked. */
export const bookTry = ({ store, clock }: Ports, keys: readonly string[]): Promise<Result<undefined>> =>
  store.transact(async (tx) => {
    const now = clock.now();
    const locks: Lock[] = [];
    for (const key of keys) locks.push(current(await tx.get('locks', key), key, now));
    const until = Math.max(0, ...locks.map(({ lockedUntil }) => lockedUntil ?? 0));
    if (until > now)
      return fail('SIGN_IN_LOCKED', undefined, { minutes: Math.ceil((until - now) / MINUTE_MS) });
    for (const lock of locks) {
      const tries = lock.tries + 1;
      const lockedUntil = tries >= SIGN_IN.maxTries ? now + SIGN_IN.lockMs : null;
      tx.put('locks', { ...lock, tries, lockedUntil });
    }
    return ok(undefined);
  });

/** Forgets the tries once one was right. */
export const clearTries = (tx: Transaction, keys: readonly string[]): void => {
  for (const key of keys) tx.remove('locks', key);
};
