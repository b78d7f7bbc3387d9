import type { Failure } from '../../../domain/errors';
import type { Request, Response } from '../../../contract';
import { call } from '../../../asking/call';

/** The contract's most in one call (`BATCH_MAX`). */
export const MOST_AT_ONCE = 50;

type Batch = Request<'teacher', 'batchDecide'>;
export type BatchItem = Batch['items'][number];
export type ItemResult = Response<'teacher', 'batchDecide'>['results'][number];

export interface Decided {
  readonly results: readonly ItemResult[];
  /** Why the rest was not tried; those stay as they are, and can be decided again. */
  readonly failure: Failure | null;
}

/**
 * Decides any number of them, a part at a time: one batch to whoever taps, however many there are.
 * @param onProgress hears how many are dealt with
 */
export const decideInParts = async (
  { items, ...batch }: Batch,
  onProgress: (dealtWith: number) => void = () => undefined,
): Promise<Decided> => {
  const results: ItemResult[] = [];
  for (let at = 0; at < items.length; at += MOST_AT_ONCE) {
    const reply = await call('teacher', 'batchDecide', {
      ...batch,
      items: items.slice(at, at + MOST_AT_ONCE),
    });
    if (!reply.ok) return { results, failure: reply.error };
    results.push(...reply.data.results);
    onProgress(results.length);
  }
  return { results, failure: null };
};

/** Those that were decided, each with the version it has now: what can be taken back. */
export const decidedOf = (items: readonly BatchItem[], results: readonly ItemResult[]): BatchItem[] => {
  const done = new Set(results.filter((one) => one.done).map(({ transferId }) => transferId));
  // Each decision is one step of the record.
  return items
    .filter(({ transferId }) => done.has(transferId))
    .map(({ transferId, version }) => ({ transferId, version: version + 1 }));
};
