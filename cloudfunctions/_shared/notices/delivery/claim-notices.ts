import { chunks } from '../../kernel/chunks';
import { DELIVERY } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import { OPEN_NOTICE_STATUSES } from '../../store/records/notice';
import { latestVersionOf } from '../../store/records/upgrade';

type OpenStatus = (typeof OPEN_NOTICE_STATUSES)[number];

/** Ids that were due together: planned ones, or those a sender has left behind. */
export interface DueBatch {
  readonly from: OpenStatus;
  readonly ids: readonly string[];
}

/** What one sender holds, and until when. */
export interface Lease {
  readonly id: string;
  /** Epoch ms at which another sender may take it. */
  readonly endsAt: number;
}

export interface Claim {
  readonly lease: Lease;
  readonly notices: readonly Notice[];
  /** Some of the batch cannot be read: they were left as they are. */
  readonly isThinned: boolean;
}

/** The first batch is small: its messages are on their way while the next is being claimed. */
const inBatches = (ids: readonly string[]): string[][] => [
  ...chunks(ids.slice(0, DELIVERY.firstBatchSize), DELIVERY.firstBatchSize),
  ...chunks(ids.slice(DELIVERY.firstBatchSize), DELIVERY.batchSize),
];

/**
 * What is due now, oldest first, in batches; `more` when there may be still more than one look can see.
 * @param known only what this release wrote or an earlier one, so that a thousand of a later one hide nothing
 */
export const findDue = async (
  { store, clock }: Ports,
  { known = false }: { known?: boolean } = {},
): Promise<{ batches: DueBatch[]; more: boolean }> => {
  const now = clock.now();
  const limit = DELIVERY.lookAhead;
  const found = await Promise.all(
    OPEN_NOTICE_STATUSES.map(async (from) => ({
      from,
      ids: await store.findIds('notices', {
        where: {
          status: from,
          nextAt: { lte: now },
          ...(known ? { recordVersion: latestVersionOf('notices') } : {}),
        },
        orderBy: ['nextAt', 'asc'],
        limit,
      }),
    })),
  );
  const batches = found.flatMap(({ from, ids }) => inBatches(ids).map((part) => ({ from, ids: part })));
  return { batches, more: found.some(({ ids }) => ids.length >= limit) };
};

/** Takes what is still due of a batch: of two senders at once each gets other notices. */
export const claimBatch = async (ports: Ports, { from, ids }: DueBatch): Promise<Claim> => {
  const { store, clock, codes } = ports;
  // What cannot be read is not sent, so it is not claimed and no attempt is counted.
  const readable = (await store.getMany('notices', ids)).map(({ _id }) => _id);
  const isThinned = readable.length < ids.length;
  const now = clock.now();
  const lease = { id: codes.next(16), endsAt: now + DELIVERY.leaseMs };
  const taken = await store.changeAll(
    'notices',
    { _id: { in: readable }, status: from, nextAt: { lte: now } },
    {
      // Whoever held it until now may have sent it without getting to say so.
      set: {
        status: 'sending',
        leaseId: lease.id,
        nextAt: lease.endsAt,
        ...(from === 'sending' ? { mayRepeat: true } : {}),
      },
      add: { attempts: 1 },
    },
  );
  if (taken === 0) return { lease, notices: [], isThinned };
  const notices = (await store.getMany('notices', readable)).filter(
    ({ leaseId, status }) => leaseId === lease.id && status === 'sending',
  );
  return { lease, notices, isThinned };
};
