import type { Failure } from '../../../../domain/errors';
import { call } from '../../../../asking/call';

/** One transfer as the queue showed it. */
export interface Shown {
  readonly transferId: string;
  readonly version: number;
}

export interface Returned {
  readonly count: number;
  /** Why the last one that stayed was not returned. */
  readonly failure: Failure | null;
}

/**
 * Returns each with the same reason, one after the other: the contract decides returns singly. Without a line the
 * rest is not tried.
 * @param onProgress hears how many are dealt with
 */
export const returnEach = async (
  transfers: readonly Shown[],
  reason: string,
  onProgress: (dealtWith: number) => void,
): Promise<Returned> => {
  let count = 0;
  let failure: Failure | null = null;
  for (const [index, shown] of transfers.entries()) {
    const decision = { ...shown, decision: 'return', reason, seenOnSystem: false } as const;
    const reply = await call('teacher', 'decide', decision);
    if (reply.ok) count += 1;
    else failure = reply.error;
    if (failure?.code === 'OFFLINE') break;
    onProgress(index + 1);
  }
  return { count, failure };
};
