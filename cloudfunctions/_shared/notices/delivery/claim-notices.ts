import { chunks } from '../../kernel/chunks';
import { DELIVERY } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import { OPEN_NOTICE_STATUSES } from '../../store/records/notice';
import { latestVersionOf } from '../../store/records/upgrade';
import { persist } from './persist';

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

/** What is written of a notice that is claimed, whether it is there or made so. */
export const claimedUnder = ({ id, endsAt }: Lease) =>
  ({ status: 'sending', leaseId: id, nextAt: endsAt }) as const;

/** Begins now. */
export const newLease = ({ clock, codes }: Pick<Ports, 'clock' | 'codes'>): Lease => ({
  id: codes.next(16),
  endsAt: clock.now() + DELIVERY.leaseMs,
});

export interface Claim {
  readonly lease: Lease;
  readonly notices: readonly Notice[];
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

/** Nobody was asked yet: they are due again, and no attempt is counted. */
const giveBack = (ports: Ports, ids: readonly string[], { id }: Lease): Promise<unknown> =>
  persist(() =>
    ports.store.changeAll(
      'notices',
      { _id: { in: ids }, leaseId: id, status: 'sending' },
      { set: { status: 'planned', leaseId: null, nextAt: ports.clock.now() }, add: { attempts: -1 } },
    ),
  );

/** Those of a batch that this lease holds. */
const heldUnder = async (ports: Ports, ids: readonly string[], lease: Lease): Promise<Notice[]> => {
  try {
    const found = await ports.store.getMany('notices', ids);
    return found.filter(({ leaseId, status }) => leaseId === lease.id && status === 'sending');
  } catch (error) {
    await giveBack(ports, ids, lease);
    throw error;
  }
};

/**
 * Takes what is still due of a batch: of two senders at once each gets other notices. `isThinned`: some of it cannot be
 * read, and was left as it is.
 */
export const claimBatch = async (
  ports: Ports,
  { from, ids }: DueBatch,
): Promise<Claim & { readonly isThinned: boolean }> => {
  const { store, clock } = ports;
  // What cannot be read is not sent, so it is not claimed and no attempt is counted.
  const readable = (await store.getMany('notices', ids)).map(({ _id }) => _id);
  const isThinned = readable.length < ids.length;
  const lease = newLease(ports);
  const taken = await store.changeAll(
    'notices',
    { _id: { in: readable }, status: from, nextAt: { lte: clock.now() } },
    {
      // Whoever held it until now may have sent it without getting to say so.
      set: { ...claimedUnder(lease), ...(from === 'sending' ? { mayRepeat: true } : {}) },
      add: { attempts: 1 },
    },
  );
  const notices = taken === 0 ? [] : await heldUnder(ports, readable, lease);
  return { lease, notices, isThinned };
};
